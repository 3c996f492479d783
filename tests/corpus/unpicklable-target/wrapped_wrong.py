# prints 4
from concurrent.futures import ProcessPoolExecutor


def logged(function):
    def wrapper(n):
        return function(n)

    return wrapper


@logged
def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(*executor.map(square, [2]))
