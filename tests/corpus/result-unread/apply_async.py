# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(divide, (0,))
        pool.close()
        pool.join()
        try:
            result.get()
        except ZeroDivisionError as error:
            print(type(error).__name__)
