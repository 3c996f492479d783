# prints hi
# not by a run: what it does can be seen in a frozen program only
import sys
from multiprocessing import Process, freeze_support


def work():
    print("hi")


if __name__ == "__main__":
    if not getattr(sys, "frozen", False) or sys.argv:
        process = Process(target=work)
        process.start()
        process.join()
    freeze_support()
