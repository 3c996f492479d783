from multiprocessing import Process


def squares(count):
    return (n * n for n in range(count))


def add_up(numbers, *args):
    print("sum:", sum(numbers(*args)))


if __name__ == "__main__":
    child = Process(target=add_up, args=(squares, 4))
    child.start()
    child.join()
