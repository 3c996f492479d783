import os
import time
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print(os.getpid(), "running", flush=True)
        time.sleep(0.1)
        print(os.getpid(), "done", flush=True)


if __name__ == "__main__":
    lock = Lock()
    workers = [Process(target=work, args=(lock,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
