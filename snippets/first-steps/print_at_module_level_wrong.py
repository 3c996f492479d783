import os
from multiprocessing import Process

print("1: I am", os.getpid(), flush=True)
print("2: my parent is", os.getppid(), flush=True)


def work():
    print("3: I am", os.getpid(), "my parent is", os.getppid())


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
