import os
from multiprocessing import Lock, Process


def use_with(lock, items):
    with lock:
        if not items:
            return
        print(items)


def use_acquire(lock, items):
    lock.acquire()
    if not items:
        return  # without release()
    print(items)
    lock.release()


def crash(lock, items):
    with lock:
        os._exit(1)


if __name__ == "__main__":
    for target in use_with, use_acquire, crash:
        lock = Lock()
        child = Process(target=target, args=(lock, []))
        child.start()
        child.join()
        free = lock.acquire(timeout=0.2)
        print(f"{target.__name__}: is the lock free? {free}")
