# --8<-- [start:program]
from multiprocessing import Lock, Process

lock = Lock()


def work():
    print("child got the lock:", lock.acquire(block=False))


if __name__ == "__main__":
    with lock:
        child = Process(target=work)
        child.start()
        child.join()
    print("parent released the lock")
# --8<-- [end:program]
