# prints [1]
# not by a run: what it does can be seen in a frozen program only
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import freeze_support


def work(n):
    return n


if __name__ == "__main__":
    freeze_support()
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(work, [1])))
