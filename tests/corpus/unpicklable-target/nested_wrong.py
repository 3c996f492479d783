# prints 10
from multiprocessing import Process


def main():
    def show(factor):
        print(5 * factor)

    process = Process(target=show, args=(2,))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
