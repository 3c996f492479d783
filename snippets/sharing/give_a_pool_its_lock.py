import time
from multiprocessing import Lock, Pool


def remember(a_lock):
    global lock
    lock = a_lock


def work(number):
    with lock:
        print("a task begins", flush=True)
        time.sleep(0.1)
        print("a task ends", flush=True)
    return number * number


if __name__ == "__main__":
    a_lock = Lock()
    with Pool(2, initializer=remember, initargs=(a_lock,)) as pool:
        print(pool.map(work, [1, 2, 3], chunksize=1))
