import os
import socket
from multiprocessing import Event, Process


def work(listener, stop):
    listener.settimeout(0.2)  # in each worker: only fork passes it on
    while not stop.is_set():
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        with connection:
            connection.sendall(str(os.getpid()).encode())
            connection.recv(100)  # until the client leaves


if __name__ == "__main__":
    stop = Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        arguments = (listener, stop)
        workers = [
            Process(target=work, args=arguments) for _ in range(2)
        ]
        for worker in workers:
            worker.start()
    clients = []
    for number in (1, 2):
        client = socket.create_connection(address, timeout=30)
        served_by = client.recv(100).decode()
        print(f"client {number}: served by {served_by}")
        clients.append(client)
    for client in clients:
        client.close()
    stop.set()
    for worker in workers:
        worker.join()
    print("exit codes", [worker.exitcode for worker in workers])
