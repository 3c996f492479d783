# prints 6
import multiprocessing


def double(n):
    return n * 2


if __name__ == "__main__":
    pool = multiprocessing.Pool(1)
    print(pool.apply(double, (3,)))
    pool.close()
    pool.join()
