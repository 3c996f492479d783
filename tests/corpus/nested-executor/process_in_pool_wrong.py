# prints hi
from multiprocessing import Pool, Process


def inner():
    print("hi")


def outer():
    process = Process(target=inner)
    process.start()
    process.join()


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply(outer)
