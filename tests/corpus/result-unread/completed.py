# prints ZeroDivisionError
from concurrent.futures import ProcessPoolExecutor, as_completed


def divide(n):
    return 1 / n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        futures = {executor.submit(divide, n): n for n in [0]}
        for future in as_completed(futures):
            print(type(future.exception()).__name__)
