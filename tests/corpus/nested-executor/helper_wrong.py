# prints [[0]]
from multiprocessing import Pool


def inner(n):
    return n


def helper(n):
    with Pool(1) as pool:
        return pool.map(inner, [n])


def outer(n):
    return helper(n)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(outer, [0]))
