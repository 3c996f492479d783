import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier, active_children


def prepare(barrier):
    global meeting
    meeting = barrier


def meet():
    meeting.wait()
    return os.getpid()


if __name__ == "__main__":
    barrier = Barrier(3 + 1)
    with ProcessPoolExecutor(
        3, initializer=prepare, initargs=(barrier,)
    ) as executor:
        print("workers:", len(active_children()))
        futures = []
        for _ in range(3):
            futures.append(executor.submit(meet))
            print("workers:", len(active_children()))
        barrier.wait()
        pids = {future.result() for future in futures}
        futures = [executor.submit(os.getpid) for _ in range(9)]
        print("9 more tasks, new workers:", end=" ")
        print(len({future.result() for future in futures} - pids))
