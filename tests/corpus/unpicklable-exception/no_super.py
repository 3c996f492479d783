# prints (1, 'gone')
from concurrent.futures import ProcessPoolExecutor


class NoRow(Exception):
    def __init__(self, number, reason):
        self.number, self.reason = number, reason


def work(n):
    raise NoRow(n, "gone")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(work, 1).result()
        except NoRow as error:
            print(error)
