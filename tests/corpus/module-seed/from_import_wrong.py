# prints 2 different
from concurrent.futures import ProcessPoolExecutor
from random import random, seed

seed(1)


def work():
    return random()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(1) as other:
        futures = [one.submit(work), other.submit(work)]
        print(len({future.result() for future in futures}), "different")
