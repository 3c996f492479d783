import os
from multiprocessing import Process


def greet(name):
    print("child", os.getpid(), "greets", name, flush=True)


if __name__ == "__main__":
    print("parent", os.getpid(), "starts a child", flush=True)
    child = Process(target=greet, args=("Ada",))
    child.start()
    child.join()
    print("parent", os.getpid(), "goes on, the child is over")
