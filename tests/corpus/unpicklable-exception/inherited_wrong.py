# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class Missing(LookupError):
    def __init__(self, what, number):
        super().__init__(f"no such {what} {number}")


class NoRow(Missing):
    pass


def work(n):
    raise NoRow("row", n)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(error)
