# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import current_process, get_context


def square(number):
    return number * number, type(current_process()).__name__


def squares(numbers, *, mp_context=None):
    """The library: it passes on the context and chooses nothing."""
    with ProcessPoolExecutor(1, mp_context=mp_context) as executor:
        return list(executor.map(square, numbers))


if __name__ == "__main__":
    print(squares([2, 3], mp_context=get_context("spawn")))
