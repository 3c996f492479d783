from concurrent.futures import ProcessPoolExecutor
from time import sleep

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(sleep, 1)
        future.result(timeout=0.01)
