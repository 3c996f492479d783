# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os
import socket

if __name__ == "__main__":
    server = socket.create_server(("127.0.0.1", 0))
    address = server.getsockname()
    clients = [socket.create_connection(address) for _ in range(2)]
    children = []
    for _ in clients:
        connection, _ = server.accept()
        pid = os.fork()
        if pid == 0:
            connection.sendall(f"served by {os.getpid()}".encode())
            os._exit(0)
        connection.close()  # the child has its own copy
        children.append(pid)
    for client in clients:
        print(client.recv(100).decode())
        client.close()
    for pid in children:
        os.waitpid(pid, 0)
    server.close()
