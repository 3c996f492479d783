from multiprocessing import Process

counter = 100


def reset():
    global counter
    counter = 0
    print("child:", counter, flush=True)


if __name__ == "__main__":
    child = Process(target=reset)
    child.start()
    print("parent, at once:", counter, flush=True)
    child.join()
    print("parent, after join:", counter)
