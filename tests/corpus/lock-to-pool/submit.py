# prints 1
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Value

values = []


def set_up(value):
    values.append(value)


def work():
    values[0].value += 1


if __name__ == "__main__":
    value = Value("i", 0)
    with ProcessPoolExecutor(1, initializer=set_up, initargs=(value,)) as executor:
        executor.submit(work).result()
    print(value.value)
