# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class NoRow(ValueError):
    def __init__(self, *, number):
        super().__init__(f"no such row {number}")


def work(n):
    raise NoRow(number=n)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(error)
