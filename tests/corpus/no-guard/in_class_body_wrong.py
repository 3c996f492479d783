# prints hello
from multiprocessing import Process


def work():
    print("hello")


class Program:
    process = Process(target=work)
    process.start()
    process.join()
