# prints hi
from multiprocessing import Process


def make():
    def say():
        print("hi")

    return say


if __name__ == "__main__":
    process = Process(target=make())
    process.start()
    process.join()
