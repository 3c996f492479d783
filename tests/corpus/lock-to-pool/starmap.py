# prints [0, 1]
import multiprocessing as mp

shared = {}


def set_up(lock):
    shared["lock"] = lock


def work(n):
    with shared["lock"]:
        return n


if __name__ == "__main__":
    lock = mp.Lock()
    with mp.Pool(1, set_up, (lock,)) as pool:
        print(pool.map(work, range(2)))
