# prints no such row 1
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass
class NoRow(Exception):
    code: ClassVar[int] = 404
    number: int
    notes: list = field(default_factory=list)
    text: str = field(init=False, default="no such row")


def work(n):
    raise NoRow(n, notes=["gone"])


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(f"no such row {error.number}")
