import multiprocessing.dummy
import os
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

if __name__ == "__main__":
    here = os.getpid()
    with Pool(1) as pool:
        print("Pool runs in the parent:", pool.apply(os.getpid) == here)
    with ThreadPool(1) as pool:
        print("ThreadPool runs in it:", pool.apply(os.getpid) == here)
    with multiprocessing.dummy.Pool(1) as pool:
        print("dummy.Pool is one:", isinstance(pool, ThreadPool))
