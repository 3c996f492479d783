import os
import pickle
import socket
import sqlite3
import threading
import weakref

if __name__ == "__main__":
    things = [
        open(__file__, encoding="utf-8"),
        open(__file__, "rb"),
        socket.socket(),
        sqlite3.connect(":memory:"),
        os,
        threading.RLock(),
        weakref.ref(threading),
        memoryview(b"abc"),
        compile("1", "text", "eval"),
        {}.keys(),
    ]
    for thing in things:
        try:
            pickle.dumps(thing)
        except TypeError as error:
            print(f"TypeError: {error}")
