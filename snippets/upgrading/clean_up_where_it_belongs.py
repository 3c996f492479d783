import atexit
import os
from multiprocessing import Process


def clean_up():
    print("clean up in", os.getpid(), flush=True)


def work():
    try:
        print("at work in", os.getpid(), flush=True)
    finally:
        clean_up()


if __name__ == "__main__":
    atexit.register(clean_up)
    print("main process:", os.getpid(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
