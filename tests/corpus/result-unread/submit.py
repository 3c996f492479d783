# prints ZeroDivisionError
from concurrent.futures import ProcessPoolExecutor


def divide(n):
    return 1 / n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(divide, 0)
    print(type(future.exception()).__name__)
