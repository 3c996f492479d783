import os
from multiprocessing import Event, Process, active_children


def wait_for_the_end(end):
    end.wait()


if __name__ == "__main__":
    end = Event()
    count = os.cpu_count() + 1
    for _ in range(count):
        Process(target=wait_for_the_end, args=(end,)).start()

    alive = len(active_children())
    print("all alive at once:", alive == count)
    print("more than there are CPUs:", alive > os.cpu_count())

    end.set()
    for child in active_children():
        child.join()
    print("left at the end:", len(active_children()))
