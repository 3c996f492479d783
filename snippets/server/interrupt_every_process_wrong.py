# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows a program cannot send SIGINT to one process"
# reason-zh = "在 Windows 上，程序无法向单个进程发送 SIGINT"
# ///
import os
import signal
import socket
from multiprocessing import Process


def handle(connection):
    with connection:
        while data := connection.recv(100):
            connection.sendall(data.upper())


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        client = socket.create_connection(address, timeout=30)
        connection, _ = listener.accept()
    handler = Process(target=handle, args=(connection,))
    handler.start()
    connection.close()
    client.sendall(b"hello")
    print(client.recv(100))
    os.kill(handler.pid, signal.SIGINT)  # Ctrl-C reaches each process
    handler.join()
    print("exit code", handler.exitcode)
    print(client.recv(100))
