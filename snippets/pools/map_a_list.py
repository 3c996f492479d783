import time
from multiprocessing import Pool


def wait(seconds):
    print(f"{seconds} s begins", flush=True)
    time.sleep(seconds)
    print(f"{seconds} s ends", flush=True)
    return f"{seconds} s slept"


if __name__ == "__main__":
    with Pool(3) as pool:
        began = time.perf_counter()
        results = pool.map(wait, [0.3, 0.2, 0.1])
        print(results)
        print(f"map took {time.perf_counter() - began:.1f} s")
