# prints 10
from multiprocessing import Process


def show(factor):
    def multiply(n):
        return n * factor

    print(multiply(5))


def main():
    process = Process(target=show, args=(2,))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
