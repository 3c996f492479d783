# /// script
# [tool.spawnsafe]
# timeout = 120
# ///
import socket
from multiprocessing import Process


def handle(connection):
    with connection, connection.makefile(encoding="utf-8") as lines:
        for line in lines:
            connection.sendall(line.upper().encode())


def serve(listener, clients):
    handlers = []
    for _ in range(clients):
        connection, _ = listener.accept()
        with connection:  # the handler has a copy of its own
            handler = Process(target=handle, args=(connection,))
            handler.start()
        handlers.append(handler)
    for handler in handlers:
        handler.join()


def ask(client, text):
    client.sendall((text + "\n").encode())
    with client.makefile(encoding="utf-8") as lines:
        print(text, "->", lines.readline().rstrip())


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Process(target=serve, args=(listener, 2))
        server.start()
        address = listener.getsockname()
    connect = socket.create_connection
    with connect(address) as first, connect(address) as second:
        ask(second, "the second client speaks first")
        ask(first, "hello")
        ask(second, "goodbye")
    server.join()
