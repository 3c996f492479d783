# prints hi
from multiprocessing import Process


def say():
    print("hi")


if __name__ == "__main__":
    process = Process(target=say)
    process.start()
    process.join()
