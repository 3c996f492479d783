# prints [1, 4]
import sys
from concurrent import futures


def square(n):
    return n * n


def run(numbers):
    with futures.ProcessPoolExecutor(max_workers=1) as pool:
        pending = [pool.submit(square, n) for n in numbers]
        return [one.result() for one in pending]


numbers = [1, 2]
if __name__ == "__main__":
    sys.stdout.write(f"{run(numbers)}\n")
