# prints hello
from multiprocessing import Process


def work():
    print("hello")


process = Process(target=work)
process.start()
process.join()
