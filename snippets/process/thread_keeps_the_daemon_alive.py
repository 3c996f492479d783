import threading
from multiprocessing import Pipe, Process


def answer(connection):
    while True:
        connection.send(f"yes, {connection.recv()}")


def ask(connection):
    threading.main_thread().join()
    connection.send("thread")
    print("daemon still there?", connection.recv())


if __name__ == "__main__":
    connection, other_end = Pipe()
    args = (other_end,)
    Process(target=answer, args=args, daemon=True).start()
    threading.Thread(target=ask, args=(connection,)).start()
    print("main thread: last line", flush=True)
