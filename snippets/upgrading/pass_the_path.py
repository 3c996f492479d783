from multiprocessing import Process


def work(path):
    with open(path, encoding="utf-8") as file:
        print("child read:", file.readline(), end="")


if __name__ == "__main__":
    child = Process(target=work, args=(__file__,))
    child.start()
    child.join()
