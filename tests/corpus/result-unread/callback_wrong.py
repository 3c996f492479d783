# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


def report(error):
    print(type(error).__name__)


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(divide, (0,), callback=report)
        pool.close()
        pool.join()
