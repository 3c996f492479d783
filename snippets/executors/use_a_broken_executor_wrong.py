import os
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(os._exit, 1)
        print(future.exception())
        executor.submit(abs, -1)
