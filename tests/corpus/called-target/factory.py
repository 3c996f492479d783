# prints child
from multiprocessing import Process, parent_process


def work():
    print("parent" if parent_process() is None else "child")


def choose():
    return work


if __name__ == "__main__":
    process = Process(target=choose())
    process.start()
    process.join()
