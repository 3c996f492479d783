# prints hello
from multiprocessing import Process


def starting(function):
    def wrapper():
        process = Process(target=print, args=("hello",))
        process.start()
        process.join()
        return function()

    return wrapper


@starting
def work():
    pass


if __name__ == "__main__":
    work()
