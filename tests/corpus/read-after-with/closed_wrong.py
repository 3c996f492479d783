# prints 4
# seconds 6
import time
from multiprocessing import Pool


def square(n):
    time.sleep(0.2)
    return n * n


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(square, (2,))
        pool.close()
    print(result.get())
