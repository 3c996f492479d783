# prints 2 different
import random as rnd
from multiprocessing import Pool

rnd.seed(1)


def draw():
    return rnd.randrange(1_000_000_000)


def work(n):
    return draw() + n


if __name__ == "__main__":
    with Pool(1) as one, Pool(1) as other:
        print(len({one.apply(work, (0,)), other.apply(work, (0,))}), "different")
