import time
from multiprocessing import Pool, TimeoutError

if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(time.sleep, (60,))
        try:
            result.get(timeout=0.1)
        except TimeoutError:
            print("not finished yet")
