import time
from concurrent.futures import ProcessPoolExecutor


def work(name, seconds):
    time.sleep(seconds)
    return f"{name} has worked"


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        start = time.perf_counter()
        first = executor.submit(work, "first", 1.1)
        second = executor.submit(work, "second", seconds=1.1)
        print("submitted, done:", first.done(), second.done())
        print(first.result())
        print(second.result())
        print(f"took {time.perf_counter() - start:.1f} s")
