import os
from multiprocessing import Process, parent_process

loader = os.getpid()


def work():
    print("child", os.getpid(), "belongs to", parent_process().pid)
    print("  its parent in the system:", os.getppid())
    print("  its file was loaded by:", loader, flush=True)


if __name__ == "__main__":
    print("program", os.getpid(), flush=True)
    for _ in range(2):
        child = Process(target=work)
        child.start()
        child.join()
