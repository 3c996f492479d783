# prints [2]
from concurrent.futures import ProcessPoolExecutor

double = lambda n: n * 2  # noqa: E731

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(sorted(executor.map(double, [1])))
