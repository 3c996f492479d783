import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def work(number, attempt):
    if number == 2 and attempt == 1:
        os._exit(1)  # like a crash of C code, or a kill from outside
    return number * number


def run_all(numbers, attempts=3):
    results = {}
    for attempt in range(1, attempts + 1):
        todo = [n for n in numbers if n not in results]
        try:
            with ProcessPoolExecutor(max_workers=1) as executor:
                tasks = [
                    executor.submit(work, n, attempt) for n in todo
                ]
                for n, future in zip(todo, tasks, strict=True):
                    results[n] = future.result()
            return results
        except BrokenProcessPool:
            print(f"attempt {attempt}: the executor broke")
    raise RuntimeError(f"gave up after {attempts} attempts")


if __name__ == "__main__":
    print(run_all([0, 1, 2]))
