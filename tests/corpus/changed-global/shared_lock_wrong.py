# prints False
from multiprocessing import Lock, Process

lock = Lock()


def work():
    print(lock.acquire(block=False))


if __name__ == "__main__":
    with lock:
        process = Process(target=work)
        process.start()
        process.join()
