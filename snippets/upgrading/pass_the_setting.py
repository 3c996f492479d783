import os
from multiprocessing import Process


def work():
    print("child: MODE is", os.environ["MODE"])


def work_in_mode(mode):
    os.environ["MODE"] = mode  # for all that reads it in the child
    work()


if __name__ == "__main__":
    for mode in ("fast", "thorough"):
        child = Process(target=work_in_mode, args=(mode,))
        child.start()
        child.join()
