# prints ZeroDivisionError
from concurrent.futures import ProcessPoolExecutor


def divide(n):
    return 1 / n


def report(future):
    print(type(future.exception()).__name__)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(divide, 0).add_done_callback(report)
