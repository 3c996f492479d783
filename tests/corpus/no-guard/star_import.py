# prints hello
from multiprocessing import *  # noqa: F403


def work():
    print("hello")


if __name__ == "__main__":
    process = Process(target=work)  # noqa: F405
    process.start()
    process.join()
