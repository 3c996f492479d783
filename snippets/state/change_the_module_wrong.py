import calendar
import sys
from functools import cache
from multiprocessing import Process

limit = 10


class Account:
    currency = "EUR"


@cache
def square(number):
    return number * number


def look():
    rows = {
        "global": limit == 20,
        "class attribute": Account.currency == "CNY",
        "cache": square.cache_info().currsize == 1,
        "other module": calendar.firstweekday() == 6,
        "imported module": "colorsys" in sys.modules,
    }
    for name, changed in rows.items():
        value = "in the parent" if changed else "at import"
        print(f"{name}: as {value}")


if __name__ == "__main__":
    import colorsys  # noqa: F401

    limit = 20
    Account.currency = "CNY"
    square(3)
    calendar.setfirstweekday(6)
    child = Process(target=look)
    child.start()
    child.join()
