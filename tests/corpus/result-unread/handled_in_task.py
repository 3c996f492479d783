# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    try:
        print(1 / n)
    except Exception as error:
        print(type(error).__name__)


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(divide, (0,))
        pool.close()
        pool.join()
