# prints hi
from multiprocessing import Lock, Process


def work(lock, n):
    with lock:
        print("hi")


if __name__ == "__main__":
    lock = Lock()
    for n in range(1):
        Process(target=work, args=(lock, n)).start()
