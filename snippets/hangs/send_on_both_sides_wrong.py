from multiprocessing import Pipe, Process


def work(connection):
    connection.send("c" * 5_000_000)
    connection.recv()


if __name__ == "__main__":
    connection, other_end = Pipe()
    child = Process(target=work, args=(other_end,))
    child.start()
    connection.send("p" * 5_000_000)
    print("received:", len(connection.recv()), "characters")
    child.join()
