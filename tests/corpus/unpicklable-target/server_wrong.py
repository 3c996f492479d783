# prints 127.0.0.1
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing import Process


def work(server):
    print(server.server_address[0])


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    process = Process(target=work, args=(server,))
    process.start()
    process.join()
    server.server_close()
