import time
from concurrent.futures import ProcessPoolExecutor


def sleep_and_return(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        start = time.perf_counter()
        for seconds in executor.map(
            sleep_and_return, [0.1, 0.2, 0.3, 0.4]
        ):
            passed = time.perf_counter() - start
            print(f"result {seconds} after {passed:.1f} s")
