# prints [0]
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def inner(n):
    return n


def outer():
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(inner, [0]))


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(outer))
