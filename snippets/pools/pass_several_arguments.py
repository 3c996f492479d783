from functools import partial
from multiprocessing import Pool


def power(base, exponent):
    return base**exponent


if __name__ == "__main__":
    pairs = [(2, 3), (3, 2), (10, 2)]
    with Pool(2) as pool:
        print("starmap:", pool.starmap(power, pairs))

        cube = partial(power, exponent=3)
        print("partial:", pool.map(cube, [1, 2, 3]))

        try:
            pool.map(power, pairs)
        except TypeError as error:
            print("map:", error)
