import pickle
from functools import cache, wraps
from multiprocessing import Pipe, Process


def attempt(action, *values):
    try:
        action(*values)
        return "yes"
    except Exception as error:
        return f"no, {type(error).__name__}"


def answer(connection):
    while True:
        connection.send(attempt(connection.recv))


def decorate(function):
    def wrapper():
        return function()

    return wrapper


def decorate_well(function):
    @wraps(function)
    def wrapper():
        return function()

    return wrapper


@decorate
def decorated():
    return 1


@decorate_well
def wrapped():
    return 1


@cache
def cached():
    return 1


def replaced():
    return 1


original = replaced
replaced = cached


if __name__ == "__main__":
    values = {
        "decorated with wraps": wrapped,
        "decorated without wraps": decorated,
        "cached function": cached,
        "replaced function": original,
    }
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs,))
    child.start()
    for name, value in values.items():
        pickled = attempt(pickle.dumps, value)
        sent = attempt(ours.send, value)
        if sent == "yes":
            sent = ours.recv()
        print(f"{name}: {pickled} / {sent}")
    child.terminate()
    child.join()
