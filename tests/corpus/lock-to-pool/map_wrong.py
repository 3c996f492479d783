# prints [0, 1]
from functools import partial
from multiprocessing import Lock, Pool


def work(lock, n):
    with lock:
        return n


if __name__ == "__main__":
    with Pool(1) as pool:
        lock = Lock()
        print(pool.map(partial(work, lock), range(2)))
