import os
from multiprocessing import Pool


def crash(number):
    os._exit(number)  # or a fault in C code, or the OOM killer


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(crash, (3,))
        print("the result:", result.get())
