# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class NoRow(Exception):
    def __init__(self, number, reason):
        super().__init__(f"no such row {number}")
        self.number, self.reason = number, reason

    def __reduce__(self):
        return type(self), (self.number, self.reason)


def work(n):
    raise NoRow(n, "gone")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(error)
