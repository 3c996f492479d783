from concurrent.futures import ProcessPoolExecutor
from threading import Lock


def share(total, people):
    return total / people


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        good = executor.submit(share, 6, 2)
        bad = executor.submit(share, 6, 0)
        executor.submit(share, 6, 0)  # nobody asks for this result
        lock = executor.submit(Lock)

    print("good:", good.result(), good.exception())
    print("bad:", repr(bad.exception()))
    print("lock:", repr(lock.exception()))
    try:
        bad.result()
    except ZeroDivisionError as error:
        print("caught:", error)
        print(f"cause:{error.__cause__}")
