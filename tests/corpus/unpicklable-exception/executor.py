# prints no such row 1
from concurrent.futures import ProcessPoolExecutor


class NoRow(Exception):
    def __init__(self, number, reason="gone"):
        super().__init__(f"no such row {number}")


class StillNoRow(Exception):
    pass


def work(n):
    raise StillNoRow(f"no such row {n}")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except StillNoRow as error:
            print(error)
