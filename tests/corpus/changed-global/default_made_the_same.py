# prints 2
from multiprocessing import Process

level = 2


def work():
    print(level)


if __name__ == "__main__":
    level = 2
    process = Process(target=work)
    process.start()
    process.join()
