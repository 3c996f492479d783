# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


def main(pool):
    pending = pool.map_async(divide, [0])
    pool.close()
    pool.join()
    return pending


if __name__ == "__main__":
    try:
        main(Pool(1)).get()
    except ZeroDivisionError as error:
        print(type(error).__name__)
