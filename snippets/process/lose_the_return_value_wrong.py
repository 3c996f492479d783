from multiprocessing import Process


def multiply(a, b):
    return a * b


if __name__ == "__main__":
    child = Process(target=multiply, args=(3, 5))
    print("start() returns", child.start())
    print("join() returns", child.join())
    print("exitcode is", child.exitcode)
