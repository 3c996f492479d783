import os
from multiprocessing import Barrier, Pool, active_children

# what Pool() asks for its size: the second name before 3.13
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

    meeting = Barrier(4)
    with Pool(
        processes=4, initializer=set_up, initargs=(meeting,)
    ) as p:
        print("four tasks met:", p.map(meet, range(4)))

    try:
        Pool(0)
    except ValueError as error:
        print("Pool(0):", error)
