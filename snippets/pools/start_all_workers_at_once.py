import os
from multiprocessing import Pool, active_children


def get_worker(number):
    return os.getpid()


if __name__ == "__main__":
    with Pool(3) as pool:
        workers = {child.pid for child in active_children()}
        print("before the first task:", len(workers), "workers")
        results = [
            pool.apply_async(get_worker, (number,))
            for number in range(10)
        ]
        pids = {result.get() for result in results}
        print("ten tasks, all done by these:", pids <= workers)
        children = {child.pid for child in active_children()}
        print("still the same workers:", children == workers)
