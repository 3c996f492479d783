# prints free
# where linux
# as it is
import multiprocessing
import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.2)


def work():
    print("free" if lock.acquire(timeout=1) else "stuck")


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    thread = threading.Thread(target=hold)
    thread.start()
    process = context.Process(target=work)
    process.start()
    process.join()
    thread.join()
