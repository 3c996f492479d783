# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


if __name__ == "__main__":
    pool = Pool(1)
    results = [pool.apply_async(divide, (0,))]
    pool.close()
    pool.join()
    for number in [0]:
        if number:
            print("ZeroDivisionError")
