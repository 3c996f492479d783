# prints [1, 4]
from multiprocessing import Pool as Workers


def square(n):
    return n * n


if "__main__" == __name__:
    with Workers(1) as workers:
        print(workers.map(square, [1, 2]))
