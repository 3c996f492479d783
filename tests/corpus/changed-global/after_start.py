# prints 1 / 2
from multiprocessing import Process

counter = 1


def work():
    print(counter)


def main():
    global counter
    process = Process(target=work)
    process.start()
    process.join()
    counter += 1
    print(counter)


if __name__ == "__main__":
    main()
