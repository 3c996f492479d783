# prints 2000000
from multiprocessing import Pipe, Process


def work(connection):
    connection.send("x" * 2_000_000)


if __name__ == "__main__":
    ours, theirs = Pipe()
    process = Process(target=work, args=(theirs,))
    process.start()
    text = ours.recv()
    process.join()
    print(len(text))
