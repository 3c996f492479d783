import os
from multiprocessing import Process, parent_process


def introduce(number):
    parent = parent_process().pid
    print(f"{number}: pid {os.getpid()}, parent {parent}", flush=True)


if __name__ == "__main__":
    print(f"parent is {os.getpid()}", flush=True)
    for number in range(3):
        Process(target=introduce, args=(number,)).start()
