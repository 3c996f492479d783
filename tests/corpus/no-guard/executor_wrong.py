# prints [2, 3]
from concurrent.futures import ProcessPoolExecutor


def add(n):
    return n + 1


def main():
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(add, [1, 2])))


main()
