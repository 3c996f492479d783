# prints [1, 4]
from multiprocessing import Pool


def square(n):
    return n * n


def main():
    with Pool(1) as pool:
        print(pool.map(square, list(map(lambda n: n, [1, 2]))))


if __name__ == "__main__":
    main()
