# prints done
from multiprocessing import Process

verbose = False


def work():
    print("done")


if __name__ == "__main__":
    verbose = True
    process = Process(target=work)
    process.start()
    process.join()
