# prints 4
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(square, (2)))
