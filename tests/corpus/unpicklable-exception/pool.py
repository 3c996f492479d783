# prints no such row 1
from multiprocessing import Pool


class NoRow(Exception):
    def __init__(self, number, reason):
        super().__init__(number, reason)
        self.number = number

    def __str__(self):
        return f"no such row {self.number}"


def work(n):
    raise NoRow(n, "gone")


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(work, (1,))
        except NoRow as error:
            print(error)
