# prints no such row 1
# seconds 6
from multiprocessing import Pool


class NoRow(Exception):
    def __init__(self, number, reason):
        super().__init__(f"no such row {number}")
        self.number = number


def work(n):
    raise NoRow(n, "gone")


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(work, (1,))
        except NoRow as error:
            print(error)
