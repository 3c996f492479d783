# prints [1, 4]
import multiprocessing
import time


def square(n):
    time.sleep(0.2)
    return n * n


def main():
    with multiprocessing.Pool(1) as pool:
        results = [pool.apply_async(square, (n,)) for n in (1, 2)]
        print([result.get() for result in results])


if __name__ == "__main__":
    main()
