# prints hello
from multiprocessing import Process, parent_process


def work():
    print("hello")


if parent_process() is None:
    process = Process(target=work)
    process.start()
    process.join()
