# prints 1
from multiprocessing import Process

level = 1


def work():
    print(level)


def main():
    level = 2
    process = Process(target=work)
    process.start()
    process.join()
    return level


if __name__ == "__main__":
    main()
