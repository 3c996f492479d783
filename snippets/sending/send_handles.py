import logging
import pickle
import queue
import socket
import sqlite3
import threading
import weakref
from multiprocessing import Pipe, Process


def attempt(action, *values):
    try:
        action(*values)
        return "yes"
    except Exception as error:
        return f"no, {type(error).__name__}"


def answer(connection):
    while True:
        connection.send(attempt(connection.recv))


if __name__ == "__main__":
    values = {
        "logger": logging.getLogger("x"),
        "open file": open(__file__),
        "socket": socket.socket(),
        "database connection": sqlite3.connect(":memory:"),
        "lock of threads": threading.Lock(),
        "thread": threading.Thread(),
        "queue of threads": queue.Queue(),
        "module": queue,
        "weak reference": weakref.ref(Process),
        "traceback": None,
    }
    try:
        pickle.loads(b"")
    except EOFError as error:
        values["traceback"] = error.__traceback__
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs,))
    child.start()
    for name, value in values.items():
        pickled = attempt(pickle.dumps, value)
        sent = attempt(ours.send, value)
        if sent == "yes":
            sent = ours.recv()
        print(f"{name}: {pickled} / {sent}")
    child.terminate()
    child.join()
