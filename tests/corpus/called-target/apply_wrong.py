# prints 4
from multiprocessing import Pool


def square(n=2):
    return n * n


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply_async(square()).get())
