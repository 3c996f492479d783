# prints hi
import sys
from multiprocessing import Process


def work(stream):
    stream.write("hi\n")


if __name__ == "__main__":
    process = Process(target=work, args=(sys.stdout,))
    process.start()
    process.join()
