import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def crash(number):
    os._exit(number)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(crash, 3)
        try:
            print("the result:", future.result())
        except BrokenProcessPool as error:
            print(type(error).__name__)
