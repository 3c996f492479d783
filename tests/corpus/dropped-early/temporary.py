# prints hi
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("hi")


if __name__ == "__main__":
    lock = Lock()
    process = Process(target=work, args=(lock,))
    process.start()
    process.join()
