# prints free
# where linux
# as it is
import multiprocessing
from threading import Lock, Thread

lock = Lock()


def hold():
    with lock:
        pass


def work():
    print("free" if lock.acquire(timeout=1) else "stuck")


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    thread = Thread(target=hold)
    thread.start()
    thread.join()
    process = context.Process(target=work)
    process.start()
    process.join()
