# prints hi
from multiprocessing import Process, set_start_method

set_start_method("spawn")


def work():
    print("hi")


def main():
    process = Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
