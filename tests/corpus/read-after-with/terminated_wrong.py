# prints 4
# seconds 6
import time
from multiprocessing import Pool


def square(n):
    time.sleep(0.2)
    return n * n


if __name__ == "__main__":
    pool = Pool(1)
    with pool:
        result = pool.apply_async(square, (2,))
    print(result.get())
