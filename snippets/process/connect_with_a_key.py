from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener


def connect(address, key):
    try:
        with Client(address, authkey=key) as connection:
            print("client:", connection.recv(), flush=True)
    except AuthenticationError as error:
        print("client:", error, flush=True)


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), authkey=b"right") as listener:
        for key in (b"right", b"wrong"):
            args = (listener.address, key)
            process = Process(target=connect, args=args)
            process.start()
            try:
                with listener.accept() as connection:
                    connection.send("welcome")
                    process.join()
            except AuthenticationError as error:
                process.join()
                print("listener:", error, flush=True)
