# prints hi
from multiprocessing import Process


def make():
    def say():
        print("not this one")

    return say


make()


def say():
    print("hi")


if __name__ == "__main__":
    process = Process(target=say)
    process.start()
    process.join()
