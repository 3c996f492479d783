# prints hi
# not by a run: what it does can be seen in a frozen program only
import multiprocessing


def work():
    print("hi")


def main():
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
    multiprocessing.freeze_support()
