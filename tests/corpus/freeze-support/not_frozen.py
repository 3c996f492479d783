# prints hi
# not by a run: what it does can be seen in a frozen program only
import sys
from multiprocessing import Process

frozen = set(sys.argv[1:])


def work():
    print("hi")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
