import os
from multiprocessing import Process


def report(how):
    print(f"{how}: process {os.getpid()}", flush=True)


if __name__ == "__main__":
    report("main module")
    report("called")
    child = Process(target=report, args=("started",))
    child.start()
    child.join()
