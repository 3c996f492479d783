# prints hello
from multiprocessing import Process, current_process


def work():
    print("hello")


if current_process() is not None:
    process = Process(target=work)
    process.start()
    process.join()
