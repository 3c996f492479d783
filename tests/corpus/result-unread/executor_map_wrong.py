# prints ZeroDivisionError
from concurrent.futures import ProcessPoolExecutor


def divide(n):
    return 1 / n


if __name__ == "__main__":
    try:
        with ProcessPoolExecutor(1) as executor:
            executor.map(divide, [0])
    except ZeroDivisionError as error:
        print(type(error).__name__)
