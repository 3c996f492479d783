# prints [0]
from multiprocessing import Pool, Process


def inner(n):
    return n


def outer():
    with Pool(1) as pool:
        print(pool.map(inner, [0]))


if __name__ == "__main__":
    process = Process(target=outer)
    process.start()
    process.join()
