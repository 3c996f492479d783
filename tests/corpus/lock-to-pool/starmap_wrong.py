# prints [0, 1]
import multiprocessing as mp


def work(lock, n):
    with lock:
        return n


if __name__ == "__main__":
    lock = mp.Lock()
    with mp.Pool(1) as pool:
        print(pool.starmap(work, [(lock, 0), (lock, 1)]))
