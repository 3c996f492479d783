# prints 4
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(square(2)).result())
