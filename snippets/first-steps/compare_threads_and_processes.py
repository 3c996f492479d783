import multiprocessing
import threading
import time


def work():
    end = time.thread_time() + 0.2  # CPU time of this thread
    while time.thread_time() < end:
        pass


def work_together(barrier):
    barrier.wait()  # everyone is here
    barrier.wait()  # go
    work()


def time_two(Worker, Barrier):
    barrier = Barrier(3)
    workers = [
        Worker(target=work_together, args=(barrier,)) for _ in range(2)
    ]
    for worker in workers:
        worker.start()
    barrier.wait()
    start = time.perf_counter()
    barrier.wait()
    for worker in workers:
        worker.join()
    return time.perf_counter() - start


if __name__ == "__main__":
    start = time.perf_counter()
    work()
    work()
    print(f"one after the other: {time.perf_counter() - start:.1f} s")
    seconds = time_two(threading.Thread, threading.Barrier)
    print(f"two threads: {seconds:.1f} s")
    seconds = time_two(multiprocessing.Process, multiprocessing.Barrier)
    print(f"two processes: {seconds:.1f} s")
