import os
from multiprocessing import Process


def work():
    print("3: I am", os.getpid())


if __name__ == "__main__":
    print("1: I am", os.getpid(), flush=True)
    print("2: my parent is", os.getppid(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
