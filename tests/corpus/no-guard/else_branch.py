# prints hello
from multiprocessing import Process


def work():
    print("hello")


if __name__ != "__main__":
    pass
else:
    process = Process(target=work)
    process.start()
    process.join()
