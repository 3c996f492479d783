# prints [1, 4]
import time
from concurrent.futures import ProcessPoolExecutor


def square(n):
    time.sleep(0.2)
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(square, 1)
        numbers = executor.map(square, [2])
    print([future.result(), *numbers])
