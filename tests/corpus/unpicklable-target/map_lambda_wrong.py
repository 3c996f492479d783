# prints [1, 4]
from multiprocessing import Pool


def main():
    with Pool(1) as pool:
        print(pool.map(lambda n: n * n, [1, 2]))


if __name__ == "__main__":
    main()
