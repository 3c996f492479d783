import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    print("task", number, "begins", flush=True)
    time.sleep(0.2)
    print("task", number, "ends", flush=True)
    return number * number


if __name__ == "__main__":
    start = time.perf_counter()
    executor = ProcessPoolExecutor(max_workers=2)
    futures = [executor.submit(square, number) for number in range(4)]
    executor.shutdown(wait=True)
    for future in futures:
        print("main has", future.result(), flush=True)
    print(f"took {time.perf_counter() - start:.1f} s")
