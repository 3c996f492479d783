# prints 2 different
from concurrent.futures import ProcessPoolExecutor
from random import Random


def work(seed):
    return Random(seed).random()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(1) as other:
        futures = [one.submit(work, 1), other.submit(work, 2)]
        print(len({future.result() for future in futures}), "different")
