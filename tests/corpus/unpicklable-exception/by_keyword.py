# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class NoRow(ValueError):
    def __init__(self, message="none", *, number=0):
        super().__init__(message)


def work(n):
    raise NoRow(f"no such row {n}", number=n)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(error)
