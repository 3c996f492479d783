# prints no such row 1
from multiprocessing import Pool


class NoRow(Exception):
    def __init__(self, number, reason):
        super().__init__(f"no such row {number}")


def work(n):
    return n


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            raise NoRow(pool.apply(work, (1,)), "gone")
        except NoRow as error:
            print(error)
