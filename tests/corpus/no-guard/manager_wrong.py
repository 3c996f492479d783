# prints [1]
from multiprocessing import Manager

with Manager() as manager:
    numbers = manager.list([1])
    print(list(numbers))
