# prints hello
from multiprocessing import *  # noqa: F403


def work():
    print("hello")


process = Process(target=work)  # noqa: F405
process.start()
process.join()
