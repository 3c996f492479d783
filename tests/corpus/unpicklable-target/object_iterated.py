# prints 3
import threading
from multiprocessing import Pool


class Numbers:
    def __init__(self):
        self.lock = threading.Lock()

    def __iter__(self):
        with self.lock:
            yield from (1, 2)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(sum(pool.map(int, Numbers())))
