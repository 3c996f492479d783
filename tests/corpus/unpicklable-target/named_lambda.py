# prints [2]
from concurrent.futures import ProcessPoolExecutor


def double(n):
    return n * 2


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(sorted(executor.map(double, [1]), key=lambda n: -n))
