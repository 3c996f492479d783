# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows, SO_REUSEADDR means something else"
# reason-zh = "SO_REUSEADDR 在 Windows 上是另一种含义"
# ///
import socket


def serve_once(listener):
    address = listener.getsockname()
    client = socket.create_connection(address, timeout=30)
    connection, _ = listener.accept()
    connection.close()  # the side that closes first is in TIME_WAIT
    client.recv(1)
    client.close()
    listener.close()
    return address


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    address = serve_once(listener)
    with socket.socket() as plain:
        try:
            plain.bind(address)
        except OSError as error:
            print("without SO_REUSEADDR:", error.strerror)
    with socket.create_server(address):
        print("with SO_REUSEADDR: listening again")
