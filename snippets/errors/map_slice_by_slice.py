from concurrent.futures import ProcessPoolExecutor
from itertools import islice

if __name__ == "__main__":
    numbers = iter([-1, -2, -3])
    with ProcessPoolExecutor(max_workers=1) as executor:
        while some := list(islice(numbers, 2)):
            for result in executor.map(abs, some):
                print(result)
