# prints level 2
from multiprocessing import Process

level = 1


def work(chosen):
    global level
    level = chosen
    print("level", level)


def main():
    process = Process(target=work, args=(2,))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
