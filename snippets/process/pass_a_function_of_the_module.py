from multiprocessing import Process


def add_squares(count):
    print("sum:", sum(n * n for n in range(count)))


if __name__ == "__main__":
    child = Process(target=add_squares, args=(4,))
    child.start()
    child.join()
