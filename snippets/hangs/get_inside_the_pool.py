import time
from multiprocessing import Pool


def work(seconds):
    time.sleep(seconds)
    return "done"


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(work, (0.1,))
        print("the result:", result.get())
