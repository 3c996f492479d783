# prints 2 different
import random
from multiprocessing import Pool

random.seed(1)


def work(n):
    random.seed(n)
    return random.random()


if __name__ == "__main__":
    with Pool(1) as one, Pool(1) as other:
        numbers = {one.apply(work, (1,)), other.apply(work, (2,))}
    print(len(numbers), "different")
