# prints hi
import io
import sys
from multiprocessing import Process


def work(stream):
    print(stream.getvalue())


if __name__ == "__main__":
    before, sys.stdout = sys.stdout, io.StringIO()
    print("hi", end="")
    process = Process(target=work, args=(sys.stdout,))
    sys.stdout = before
    process.start()
    process.join()
