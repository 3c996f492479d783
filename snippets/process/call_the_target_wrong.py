import os
from multiprocessing import Process


def work():
    print("work in", os.getpid())


if __name__ == "__main__":
    print("main in", os.getpid())
    child = Process(target=work())
    print("before start()")
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
