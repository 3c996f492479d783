from multiprocessing import Process


def work():
    print("child at work")


if __name__ == "__main__":
    child = Process(work)
    child.start()
    child.join()
