# prints False
from multiprocessing import Lock, Process


def work(lock):
    print(lock.acquire(block=False))


if __name__ == "__main__":
    lock = Lock()
    with lock:
        process = Process(target=work, args=(lock,))
        process.start()
        process.join()
