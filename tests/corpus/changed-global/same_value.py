# prints 1
from multiprocessing import Process

level = 1


def work():
    level = 1
    print(level)


if __name__ == "__main__":
    level = 3
    process = Process(target=work)
    process.start()
    process.join()
