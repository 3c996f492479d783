# prints ZeroDivisionError
import multiprocessing as mp


def divide(n):
    return 1 / n


def main():
    pool = mp.Pool(1)
    for n in [1, 0]:
        pool.apply_async(divide, args=(n,))
    pool.close()
    pool.join()


if __name__ == "__main__":
    try:
        main()
    except ZeroDivisionError:
        print("ZeroDivisionError")
