import os
from multiprocessing import Process


def work(number):
    print("round", number, "in", os.getpid(), flush=True)


if __name__ == "__main__":
    for number in 1, 2:
        child = Process(target=work, args=(number,))
        child.start()
        child.join()
