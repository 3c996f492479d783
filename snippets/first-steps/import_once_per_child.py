import os
from multiprocessing import Process

print("file executed as", __name__, "in", os.getpid(), flush=True)


def work():
    print("work in", os.getpid())


if __name__ == "__main__":
    for _ in range(2):
        child = Process(target=work)
        child.start()
        child.join()
