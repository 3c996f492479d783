import time
from concurrent.futures import ProcessPoolExecutor


def square(number):
    print("task", number, "begins", flush=True)
    time.sleep(0.2)
    print("task", number, "ends", flush=True)
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        start = time.perf_counter()
        for number in range(4):
            result = executor.submit(square, number).result()
            print("main has", result, flush=True)
        print(f"took {time.perf_counter() - start:.1f} s")
