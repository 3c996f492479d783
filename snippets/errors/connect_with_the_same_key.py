from multiprocessing.connection import Client, Listener
from threading import Thread


def answer(listener):
    with listener.accept() as connection:
        connection.send("welcome")


if __name__ == "__main__":
    key = b"one key for both"
    with Listener(("127.0.0.1", 0), authkey=key) as listener:
        thread = Thread(target=answer, args=(listener,))
        thread.start()
        with Client(listener.address, authkey=key) as connection:
            print(connection.recv())
        thread.join()
