# prints hi
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("hi")


def start():
    lock = Lock()
    process = Process(target=work, args=(lock,))
    process.start()
    return process


if __name__ == "__main__":
    start().join()
