import time
from contextlib import nullcontext
from multiprocessing import Barrier, Lock, Process


def work(lock, barrier):
    barrier.wait()
    with lock:
        time.sleep(0.3)
    barrier.wait()


if __name__ == "__main__":
    barrier = Barrier(3)  # two workers and the parent
    pairs = (("no lock", nullcontext()), ("one lock", Lock()))
    for name, lock in pairs:
        args = (lock, barrier)
        workers = [Process(target=work, args=args) for _ in range(2)]
        for worker in workers:
            worker.start()
        barrier.wait()
        begin = time.perf_counter()
        barrier.wait()
        print(f"{name}: {time.perf_counter() - begin:.1f} s")
        for worker in workers:
            worker.join()
