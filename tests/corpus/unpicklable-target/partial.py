# prints 6
from functools import partial
from multiprocessing import Pool


def multiply(a, b):
    return a * b


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(partial(multiply, 2), (3,)))
