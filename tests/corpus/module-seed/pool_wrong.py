# prints 2 different
import random
from multiprocessing import Pool

random.seed(1)


def work(n):
    return random.random()


if __name__ == "__main__":
    with Pool(1) as one, Pool(1) as other:
        numbers = {one.apply(work, (0,)), other.apply(work, (0,))}
    print(len(numbers), "different")
