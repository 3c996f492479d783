# prints 2 different
import multiprocessing as mp
import random

SEED = 42
random.seed(SEED)


def work(n):
    numbers = list(range(1000))
    random.shuffle(numbers)
    return tuple(numbers)


def main():
    results = []
    for n in range(2):
        with mp.Pool(1) as pool:
            results += pool.map(work, [n])
    print(len(set(results)), "different")


if __name__ == "__main__":
    main()
