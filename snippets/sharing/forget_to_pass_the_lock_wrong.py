from multiprocessing import Lock, Process

lock = Lock()


def work(name):
    got = lock.acquire(block=False)  # is never released
    print(name, "got the lock:", got, flush=True)


if __name__ == "__main__":
    lock.acquire()
    for name in ("child 1", "child 2"):
        child = Process(target=work, args=(name,))
        child.start()
        child.join()
    lock.release()
