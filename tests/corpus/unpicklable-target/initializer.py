# prints 4
from concurrent.futures import ProcessPoolExecutor


def set_up():
    pass


def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=set_up) as executor:
        print(executor.submit(square, 2).result())
