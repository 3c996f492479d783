import socket
from multiprocessing import Process

listener = socket.create_server(("127.0.0.1", 0))


def serve(address):
    if listener.getsockname() == address:
        print("child: this is the parent's listener")
        return
    print("child: the module has bound another port")
    try:
        socket.create_server(address)
    except OSError:
        print("child: the parent's port is taken")


if __name__ == "__main__":
    address = listener.getsockname()
    process = Process(target=serve, args=(address,))
    process.start()
    process.join()
