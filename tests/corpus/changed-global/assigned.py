# prints level 2
from multiprocessing import Process

level = 1


def work(level):
    print("level", level)


if __name__ == "__main__":
    level = 2
    process = Process(target=work, args=(level,))
    process.start()
    process.join()
