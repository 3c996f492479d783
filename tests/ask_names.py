"""Says which names a Python has: run by the tests on each interpreter.

Reads JSON from the file named on the command line: "modules" whose public names are wanted, "classes" as
name -> expression (null for the name itself) whose members are wanted, "names" that may
exist. Answers in JSON on standard output, with the same keys.
"""

import importlib
import inspect
import json
import sys


def find(name):
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise AttributeError(name)


def evaluate(expression):
    import concurrent.futures
    import multiprocessing

    return eval(
        expression, {"multiprocessing": multiprocessing, "concurrent": concurrent}
    )


def members(found):
    """Public members, without those that every exception or object has."""
    bases = (found if inspect.isclass(found) else type(found)).__mro__
    common = {n for base in bases if base.__module__ == "builtins" for n in dir(base)}
    return sorted(n for n in dir(found) if not n.startswith("_") and n not in common)


def exists(name):
    try:
        find(name)
    except AttributeError:
        return False
    return True


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        asked = json.load(file)
    answer = {"modules": {}, "classes": {}, "names": []}
    for name in asked["modules"]:
        module = find(name)
        answer["modules"][name] = list(getattr(module, "__all__", dir(module)))
    held = {}  # the members of what is a class only by its objects
    for name, expression in asked["classes"].items():
        if expression:
            held[name] = members(evaluate(expression))
        elif exists(name) and inspect.isclass(find(name)):
            held[name] = members(find(name))
    answer["classes"] = held
    for name in asked["names"]:
        owner, _, member = name.rpartition(".")
        if exists(name) or member in held.get(owner, ()):
            answer["names"].append(name)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
