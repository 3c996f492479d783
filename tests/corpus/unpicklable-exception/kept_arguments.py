# prints 1: gone
from concurrent.futures import ProcessPoolExecutor


class NoRow(Exception):
    def __init__(self, number, reason):
        Exception.__init__(self, number, reason)
        self.text = f"{number}: {reason}"


def work(n):
    raise NoRow(n, "gone")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(work, 1).exception()
        print(error.text)
