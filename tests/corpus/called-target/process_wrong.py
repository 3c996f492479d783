# prints child
from multiprocessing import Process, parent_process


def work():
    print("parent" if parent_process() is None else "child")


if __name__ == "__main__":
    process = Process(target=work())
    process.start()
    process.join()
