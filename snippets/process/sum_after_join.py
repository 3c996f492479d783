from multiprocessing import Process, Value

NUMBERS = (10, 20, 30)


def add(number, total):
    with total.get_lock():
        total.value += number


if __name__ == "__main__":
    total = Value("i", 0)
    children = [Process(target=add, args=(n, total)) for n in NUMBERS]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("sum:", total.value)
