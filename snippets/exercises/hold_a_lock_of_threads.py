# --8<-- [start:program]
from multiprocessing import Process
from threading import Lock

lock = Lock()


def work():
    print("child got the lock:", lock.acquire(blocking=False))


if __name__ == "__main__":
    with lock:
        child = Process(target=work)
        child.start()
        child.join()
    print("parent released the lock")
# --8<-- [end:program]
