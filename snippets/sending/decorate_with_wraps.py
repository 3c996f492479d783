from functools import wraps
from multiprocessing import Process


def announced(function):
    @wraps(function)
    def wrapper(*args):
        print("before the call")
        return function(*args)

    return wrapper


@announced
def work(number):
    print("child works on", number)


if __name__ == "__main__":
    child = Process(target=work, args=(1,))
    child.start()
    child.join()
