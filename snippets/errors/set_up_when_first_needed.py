from concurrent.futures import ProcessPoolExecutor
from functools import cache


@cache
def connection():
    raise OSError("no connection")


def work(number):
    return connection(), number


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(work, 3)
        print("error of this task:", future.exception())
        print("next task:", executor.submit(abs, -3).result())
