import time
from multiprocessing import Pool


def work(number):
    time.sleep(0.2)
    print("task", number, "done", flush=True)


if __name__ == "__main__":
    pool = Pool(1)
    for number in range(3):
        pool.apply_async(work, (number,))
    try:
        pool.join()
    except ValueError as error:
        print("join() before close():", error, flush=True)
    pool.close()
    try:
        pool.apply_async(work, (3,))
    except ValueError as error:
        print("apply_async() after close():", error, flush=True)
    pool.join()
    print("all tasks done, all workers ended")
