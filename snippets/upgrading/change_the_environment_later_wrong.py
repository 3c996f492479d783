import os
from multiprocessing import Process


def work():
    print("child: MODE is", os.environ["MODE"])


if __name__ == "__main__":
    for mode in ("fast", "thorough"):
        os.environ["MODE"] = mode
        child = Process(target=work)
        child.start()
        child.join()
