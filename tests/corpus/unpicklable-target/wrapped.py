# prints 4
import functools
from concurrent.futures import ProcessPoolExecutor


def logged(function):
    @functools.wraps(function)
    def wrapper(n):
        return function(n)

    return wrapper


@logged
def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(*executor.map(square, [2]))
