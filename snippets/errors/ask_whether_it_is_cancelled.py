from concurrent.futures import ProcessPoolExecutor
from time import sleep

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        futures = [
            executor.submit(sleep, seconds) for seconds in (1, 0, 0, 0)
        ]
        print("cancelled:", futures[-1].cancel())
        for future in futures:
            if not future.cancelled():
                print("result:", future.result())
