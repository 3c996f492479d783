import pickle
from functools import partial
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


def plain():
    return 1


def outer():
    def nested():
        return 1

    return nested


class Account:
    def show(self):
        return 1


if __name__ == "__main__":
    values = {
        "function": plain,
        "built-in function": len,
        "class": Account,
        "bound method": Account().show,
        "partial": partial(plain),
        "lambda": lambda: 1,
        "partial of a lambda": partial(lambda: 1),
        "nested function": outer(),
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
