import multiprocessing
import os
import threading

lock_of_threads = threading.Lock()


def is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def look(lock):
    free = lock_of_threads.acquire(blocking=False)
    others = threading.active_count() > 1
    held = not lock.acquire(block=False)
    kept = "as in the parent"
    rows = {
        "descriptor": kept if is_open(100) else "lost",
        "thread": kept if others else "lost",
        "lock of threads": "as at import" if free else kept,
        "lock of multiprocessing": "shared" if held else "lost",
    }
    for name, value in rows.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    end = threading.Event()
    threading.Thread(target=end.wait).start()
    lock = multiprocessing.Lock()
    with open(__file__) as file, lock, lock_of_threads:
        os.dup2(file.fileno(), 100, inheritable=True)
        child = multiprocessing.Process(target=look, args=(lock,))
        child.start()
        child.join()
    end.set()
