from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from threading import Thread


def accept(listener):
    try:
        listener.accept()
    except AuthenticationError as error:
        print("listener:", error)


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), authkey=b"one key") as listener:
        thread = Thread(target=accept, args=(listener,))
        thread.start()
        try:
            Client(listener.address, authkey=b"another key")
        finally:
            thread.join()
