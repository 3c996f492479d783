# prints free
# where linux
# as it is
import multiprocessing
import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.2)


def work():
    print("free" if lock.acquire(timeout=1) else "stuck")


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    with ThreadPoolExecutor(1) as executor:
        held = executor.submit(hold)
        time.sleep(0.05)
        process = context.Process(target=work)
        process.start()
        process.join()
        held.result()
