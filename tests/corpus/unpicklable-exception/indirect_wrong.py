# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class NoRow(Exception):
    def __init__(self, number, reason):
        Exception.__init__(self, f"no such row {number}")


def find(n):
    raise NoRow(n, "gone")


def work(n):
    return find(n)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            list(executor.map(work, [1]))
        except NoRow as error:
            print(error)
