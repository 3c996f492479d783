# prints {'a': 1}
from concurrent.futures import ProcessPoolExecutor

cache = {}


def load():
    cache.update(a=1)


def work():
    load()
    return cache


if __name__ == "__main__":
    load()
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work).result())
