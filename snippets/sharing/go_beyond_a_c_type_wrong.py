from multiprocessing import Array, Value
from operator import setitem


def try_it(function, *arguments):
    try:
        function(*arguments)
    except (IndexError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    number = Value("i", 2**31 - 1)
    number.value += 1
    print("one more than 2147483647:", number.value)

    numbers = Array("i", [10, 20, 30])
    try_it(setitem, numbers, 3, 40)
    try_it(setitem, numbers, 0, 1.5)
    try_it(Value, "x", 0)
    print("numbers:", numbers[:])
