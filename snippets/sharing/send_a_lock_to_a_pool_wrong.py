from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock, Pool


def work(lock):
    with lock:
        return "done"


if __name__ == "__main__":
    lock = Lock()
    with Pool(1) as pool:
        try:
            print(pool.apply(work, (lock,)))
        except RuntimeError as error:
            print("Pool:", error)
    with ProcessPoolExecutor(1) as executor:
        try:
            print(executor.submit(work, lock).result())
        except RuntimeError as error:
            print("executor:", error)
