# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


def main():
    pool = Pool(1)
    pending = pool.map_async(divide, [0])
    pool.close()
    pool.join()


if __name__ == "__main__":
    try:
        main()
    except ZeroDivisionError as error:
        print(type(error).__name__)
