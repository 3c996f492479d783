from multiprocessing import Lock, Process, RLock


def release(name, lock):
    try:
        lock.release()
        print(f"{name}: released by another process")
    except AssertionError as error:
        print(f"{name}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    for name, lock in ("Lock", Lock()), ("RLock", RLock()):
        lock.acquire()
        again = lock.acquire(timeout=0.2)
        print(f"{name}: acquired again? {again}", flush=True)
        child = Process(target=release, args=(name, lock))
        child.start()
        child.join()
