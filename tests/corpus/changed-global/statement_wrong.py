# prints level 2
from multiprocessing import Process

level = 1


def work():
    print("level", level)


def main():
    global level
    level = 2
    process = Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
