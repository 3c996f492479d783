from multiprocessing import Process


def square(number):
    print(number * number)


if __name__ == "__main__":
    child = Process(target=square, args=(5))
    child.start()
    child.join()
