# prints hi
from multiprocessing import Process, set_start_method


def work():
    print("hi")


def main():
    set_start_method("spawn")
    process = Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
