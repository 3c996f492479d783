# prints [[0], [0]]
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def inner(n):
    return n


def outer(n):
    with ThreadPool(1) as pool:
        return pool.map(inner, [0])


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(outer, [1, 2]))
