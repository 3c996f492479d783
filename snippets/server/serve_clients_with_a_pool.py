import os
import socket
from functools import partial
from multiprocessing import Pool
from threading import Thread


def handle(connection):
    with connection:
        connection.sendall(str(os.getpid()).encode())
        connection.recv(100)  # until the client leaves


def finish(connection, outcome):
    connection.close()


def serve(listener, pool, clients):
    for _ in range(clients):
        connection, _ = listener.accept()
        done = partial(finish, connection)
        pool.apply_async(handle, (connection,), {}, done, done)


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    with Pool(2) as pool:
        server = Thread(target=serve, args=(listener, pool, 3))
        server.start()
        address = listener.getsockname()
        clients = [
            socket.create_connection(address, timeout=30)
            for _ in range(3)
        ]
        print("client 1: served by", clients[0].recv(100).decode())
        print("client 2: served by", clients[1].recv(100).decode())
        clients[2].settimeout(0.5)
        try:
            clients[2].recv(100)
        except TimeoutError:
            print("client 3: still waiting")
        clients[0].close()
        clients[2].settimeout(30)
        print("client 3: served by", clients[2].recv(100).decode())
        clients[1].close()
        clients[2].close()
        server.join()
        pool.close()
        pool.join()
    listener.close()
