# prints ZeroDivisionError
from multiprocessing import Pool


def divide(n):
    return 1 / n


if __name__ == "__main__":
    pool = Pool(1)
    results = [pool.apply_async(divide, (0,))]
    pool.close()
    pool.join()
    for result in results:
        if not result.successful():
            print("ZeroDivisionError")
