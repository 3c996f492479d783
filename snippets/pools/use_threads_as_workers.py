import multiprocessing.dummy
import os
from multiprocessing.pool import Pool, ThreadPool


def pid(_):
    return os.getpid()


if __name__ == "__main__":
    here = os.getpid()
    with Pool(1) as pool:
        print("Pool runs in the parent:", pool.map(pid, "a") == [here])
    with ThreadPool(1) as pool:
        print("ThreadPool runs in it:", pool.map(pid, "a") == [here])
    with multiprocessing.dummy.Pool(1) as pool:
        print("dummy.Pool is one:", isinstance(pool, ThreadPool))
