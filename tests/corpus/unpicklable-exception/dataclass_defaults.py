# prints no such row 1
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass


@dataclass
class NoRow(Exception):
    number: int = 0
    reason: str = ""


def work(n):
    raise NoRow(number=n, reason="gone")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(f"no such row {error.number}")
