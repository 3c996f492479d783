import os
from multiprocessing import Process, parent_process


def report():
    print("parent_process().pid:", parent_process().pid)
    print("os.getppid():", os.getppid(), flush=True)


if __name__ == "__main__":
    print("main process:", os.getpid())
    print("its parent_process():", parent_process(), flush=True)
    child = Process(target=report)
    child.start()
    child.join()
