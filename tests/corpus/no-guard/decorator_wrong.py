# prints hello
from multiprocessing import Process


def started(function):
    process = Process(target=print, args=("hello",))
    process.start()
    process.join()
    return function


@started
def work():
    pass
