import os
from multiprocessing import Barrier, Process


def work(barrier):
    pid = os.getpid()
    print(pid, "running", flush=True)
    barrier.wait()  # until all three have come as far
    print("half a line, ", end="", flush=True)
    barrier.wait()
    print("the other half", flush=True)
    barrier.wait()
    print(pid, "done", flush=True)


if __name__ == "__main__":
    barrier = Barrier(3)
    workers = [Process(target=work, args=(barrier,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
