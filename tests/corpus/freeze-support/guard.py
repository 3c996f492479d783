# prints [1]
# not by a run: what it does can be seen in a frozen program only
import multiprocessing as mp


def work(n):
    return n


def main():
    mp.freeze_support()
    with mp.Pool(1) as pool:
        print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
