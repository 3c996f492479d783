from multiprocessing import Process, Value


def add_one(counter):
    with counter.get_lock():
        counter.value += 1
    print("child:", counter.value, flush=True)


if __name__ == "__main__":
    counter = Value("i", 100)
    child = Process(target=add_one, args=(counter,))
    child.start()
    child.join()
    print("parent:", counter.value)
