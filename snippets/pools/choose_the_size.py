import os
from multiprocessing import Barrier, Pool, active_children

# Pool() asks the first of these, before 3.13 the second
count_cpus = getattr(os, "process_cpu_count", os.cpu_count)


def set_up(barrier):
    global meeting
    meeting = barrier


def meet(number):
    meeting.wait()
    return number


if __name__ == "__main__":
    with Pool():
        workers = len(active_children())
        print("Pool(), one worker per CPU:", workers == count_cpus())

    barrier = Barrier(4)
    with Pool(
        processes=4, initializer=set_up, initargs=(barrier,)
    ) as pool:
        print("four tasks met:", pool.map(meet, range(4)))

    try:
        Pool(0)
    except ValueError as error:
        print("Pool(0):", error)
