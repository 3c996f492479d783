# prints 1 / 4
# seconds 6
import multiprocessing as mp
import time


def square(n):
    time.sleep(0.2)
    return n * n


def results(numbers):
    with mp.Pool(1) as pool:
        return pool.imap_unordered(square, numbers)


if __name__ == "__main__":
    for number in results([1, 2]):
        print(number)
