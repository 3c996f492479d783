# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows a program cannot send SIGINT to one process"
# reason-zh = "在 Windows 上，程序无法向单个进程发送 SIGINT"
# ///
# --8<-- [start:server]
import os
import signal
import socket
from multiprocessing import Process


def handle(connection):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with connection:
        connection.sendall(str(os.getpid()).encode())
        while data := connection.recv(100):
            connection.sendall(data.upper())


def serve(listener):
    running = True

    def stop(number, frame):
        nonlocal running
        running = False

    signal.signal(signal.SIGINT, stop)
    listener.settimeout(0.2)
    handlers = []
    while running:
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        handlers.append(Process(target=handle, args=(connection,)))
        handlers[-1].start()
        connection.close()
    listener.close()  # no new clients
    print("server: waiting for the last client", flush=True)
    for handler in handlers:
        handler.join()
    print("server: done", [handler.exitcode for handler in handlers])


# --8<-- [end:server]
# --8<-- [start:test]
def press_ctrl_c(address, server):
    with socket.create_connection(address, timeout=30) as client:
        handler = int(client.recv(100))
        for pid in (handler, server):  # what a terminal does
            os.kill(pid, signal.SIGINT)
        client.sendall(b"hello")
        print("client received", client.recv(100), flush=True)


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    arguments = (listener.getsockname(), os.getpid())
    client = Process(target=press_ctrl_c, args=arguments)
    client.start()
    serve(listener)
    client.join()
# --8<-- [end:test]
