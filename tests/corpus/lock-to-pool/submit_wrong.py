# prints 1
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Value


def work(value):
    value.value += 1


if __name__ == "__main__":
    value = Value("i", 0)
    with ProcessPoolExecutor(1) as executor:
        executor.submit(work, value).result()
    print(value.value)
