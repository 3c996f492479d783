# prints no such row 1
from multiprocessing import Pool


class NoRow(Exception):
    def __init__(self, number, reason):
        super().__init__(f"no such row {number}")


def work(n):
    try:
        raise NoRow(n, "gone")
    except NoRow as error:
        return str(error)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(work, (1,)))
