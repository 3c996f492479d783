import socket
from multiprocessing import Process


def answer(connection):
    with connection:
        connection.sendall(b"goodbye")


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        client = socket.create_connection(address, timeout=30)
        connection, _ = listener.accept()
    process = Process(target=answer, args=(connection,))
    process.start()
    process.join()
    print("client received", client.recv(100))
    client.settimeout(0.5)
    try:
        client.recv(100)
    except TimeoutError:
        print("no end: the parent still has its copy")
    connection.close()
    client.settimeout(30)
    print("client received", client.recv(100))
    client.close()
