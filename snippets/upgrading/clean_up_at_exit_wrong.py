import atexit
import os
from multiprocessing import Process


def clean_up():
    print("clean up in", os.getpid(), flush=True)


atexit.register(clean_up)


def work():
    print("at work in", os.getpid(), flush=True)


if __name__ == "__main__":
    print("main process:", os.getpid(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
