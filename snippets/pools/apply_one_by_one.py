import os
import time
from multiprocessing import Pool


def work(number, seconds=0.0):
    print(f"task {number} begins in {os.getpid()}", flush=True)
    time.sleep(seconds)
    print(f"task {number} ends", flush=True)
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        began = time.perf_counter()
        results = []
        for number in range(4):
            options = {"seconds": 0.2}
            results.append(pool.apply(work, (number,), options))
        print("all done", flush=True)
        print(results)
        print(f"took {time.perf_counter() - began:.1f} s")
