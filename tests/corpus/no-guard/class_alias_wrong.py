# prints [1, 4]
# seconds 6
from multiprocessing import Pool as Workers


def square(n):
    return n * n


with Workers(1) as workers:
    print(workers.map(square, [1, 2]))
