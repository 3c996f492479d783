# prints hi
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Process


def inner():
    print("hi")


def outer():
    process = Process(target=inner)
    process.start()
    process.join()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(outer).result()
