# prints 127.0.0.1
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing import Process


def work(address):
    with HTTPServer(address, BaseHTTPRequestHandler) as server:
        print(server.server_address[0])


if __name__ == "__main__":
    process = Process(target=work, args=(("127.0.0.1", 0),))
    process.start()
    process.join()
