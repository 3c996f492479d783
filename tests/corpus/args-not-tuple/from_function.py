# prints 1 2
from multiprocessing import Process


def pair():
    return 1, 2


if __name__ == "__main__":
    process = Process(target=print, args=(pair()))
    process.start()
    process.join()
