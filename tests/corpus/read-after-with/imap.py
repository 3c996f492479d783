# prints [1, 4]
import time
from multiprocessing import Pool


def square(n):
    time.sleep(0.2)
    return n * n


if __name__ == "__main__":
    with Pool(1) as pool:
        numbers = list(pool.imap(square, [1, 2]))
    print(numbers)
