# prints child
from multiprocessing import Pool, parent_process


def set_up():
    print("parent" if parent_process() is None else "child", flush=True)


def work(n):
    return n


if __name__ == "__main__":
    with Pool(1, initializer=set_up) as pool:
        pool.map(work, [1])
