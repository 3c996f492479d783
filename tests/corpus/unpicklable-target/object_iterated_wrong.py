# prints 3
import threading
from multiprocessing import Pool


class Numbers:
    def __init__(self):
        self.lock = threading.Lock()

    def __len__(self):
        return 3


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(len, (Numbers(),)))
