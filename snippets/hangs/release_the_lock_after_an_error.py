from multiprocessing import Lock, Process


def add(text, lock):
    with lock:
        return int(text) + 1


def work(lock):
    for text in "1", "two", "3":
        try:
            add(text, lock)
        except ValueError:
            pass  # on with the next one


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=work, args=(lock,))
    child.start()
    child.join()
    print("exit code:", child.exitcode)
