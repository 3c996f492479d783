# prints [0, 1]
from multiprocessing import Lock
from multiprocessing.pool import ThreadPool


def work(pair):
    lock, n = pair
    with lock:
        return n


if __name__ == "__main__":
    lock = Lock()
    with ThreadPool(1) as pool:
        print(pool.map(work, [(lock, 0), (lock, 1)]))
