# prints [2, 3]
import concurrent.futures


def add(n):
    return n + 1


with concurrent.futures.ProcessPoolExecutor(1) as executor:
    numbers = list(executor.map(add, [1, 2]))
print(numbers)
