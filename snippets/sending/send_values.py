import pickle
import re
import warnings
from dataclasses import dataclass
from enum import Enum
from itertools import count
from multiprocessing import Pipe, Process
from pathlib import Path


def attempt(action, *values):
    try:
        action(*values)
        return "yes"
    except Exception as error:
        return f"no, {type(error).__name__}"


def answer(connection):
    while True:
        connection.send(attempt(connection.recv))


@dataclass
class Point:
    x: int = 1


class Colour(Enum):
    RED = 1


class TwoArguments(Exception):
    def __init__(self, line, text):
        super().__init__(f"line {line}: {text}")


def local():
    class Local:
        pass

    return Local()


if __name__ == "__main__":
    # 3.12 and 3.13 warn: from 3.14 on, no iterator of itertools can
    warnings.simplefilter("ignore", DeprecationWarning)
    values = {
        "plain values": {"a": [1, 2.5, None, b"x"], "b": {3}},
        "dataclass": Point(),
        "enum member": Colour.RED,
        "path": Path("x"),
        "pattern": re.compile("x"),
        "exception": ValueError("x"),
        "exception, two arguments": TwoArguments(1, "x"),
        "object of a local class": local(),
        "generator": (i for i in [1]),
        "count": count(),
        "keys of a dict": {}.keys(),
        "memoryview": memoryview(b"x"),
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
