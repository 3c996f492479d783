# prints [0]
from concurrent.futures import ProcessPoolExecutor


def inner(n):
    return n


def outer():
    with ProcessPoolExecutor(1) as executor:
        return list(executor.map(inner, [0]))


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(outer).result())
