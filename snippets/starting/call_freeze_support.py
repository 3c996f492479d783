import sys
from multiprocessing import Process, freeze_support


def work():
    print("child, frozen:", getattr(sys, "frozen", False))


if __name__ == "__main__":
    print("freeze_support() returned", freeze_support(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
