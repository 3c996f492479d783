"""Start a server in one terminal and clients in others."""

# --8<-- [start:server]
import os
import socket
import sys
from multiprocessing import Event, Process


def open_lines(connection):
    return connection.makefile("rw", encoding="utf-8", newline="\n")


def handle(connection):
    with connection, open_lines(connection) as lines:
        for line in lines:
            lines.write(f"{os.getpid()} {line.upper()}")
            lines.flush()


def serve(listener, stop):
    listener.settimeout(0.2)  # look at `stop` five times a second
    handlers = []
    while not stop.is_set():
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        handler = Process(target=handle, args=(connection,))
        handler.start()
        connection.close()  # the handler has its own copy
        handlers = [h for h in handlers if h.is_alive()] + [handler]
    for handler in handlers:
        handler.join()


# --8<-- [end:server]
# --8<-- [start:client]
class Client:
    def __init__(self, address):
        self.connection = socket.create_connection(address, timeout=30)
        self.lines = open_lines(self.connection)

    def ask(self, line):
        self.lines.write(line + "\n")
        self.lines.flush()
        return self.lines.readline().rstrip("\n")

    def close(self):
        self.lines.close()
        self.connection.close()


def chat(client):
    for line in map(str.strip, sys.stdin):
        if line:
            print(client.ask(line))
    client.close()


# --8<-- [end:client]
# --8<-- [start:start]
def try_it():
    stop = Event()
    listener = socket.create_server(("127.0.0.1", 0), backlog=1)
    address = listener.getsockname()
    server = Process(target=serve, args=(listener, stop))
    server.start()
    listener.close()
    first = Client(address)
    print(first.ask("good morning"))
    second = Client(address)
    print(second.ask("hello"))
    print(first.ask("good night"))
    first.close()
    second.close()
    stop.set()
    server.join()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", port]:
            address = ("127.0.0.1", int(port))
            with socket.create_server(address) as listener:
                serve(listener, Event())
        case ["connect", port]:
            chat(Client(("127.0.0.1", int(port))))
        case []:
            try_it()
# --8<-- [end:start]
