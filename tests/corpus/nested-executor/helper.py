# prints [0]
from multiprocessing import Pool


def inner(n):
    return n


def outer():
    with Pool(1) as pool:
        return pool.map(inner, [0])


if __name__ == "__main__":
    print(outer())
