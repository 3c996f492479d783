import multiprocessing
from multiprocessing import Process


def report(number, name):
    parent = multiprocessing.parent_process()
    print("child of", parent.pid, "got", number, name)


if __name__ == "__main__":
    child = Process(target=report, args=[1, "Ada"])
    child.start()
    child.join()
