import os
from multiprocessing import Process, parent_process


def grandchild():
    parent = parent_process().pid
    print(f"      grandchild {os.getpid()} of {parent}", flush=True)


def child():
    parent = parent_process().pid
    print(f"    child {os.getpid()} of {parent}", flush=True)
    process = Process(target=grandchild)
    process.start()
    process.join()


if __name__ == "__main__":
    print(f"shell {os.getppid()}")
    print(f"  script {os.getpid()}", flush=True)
    process = Process(target=child)
    process.start()
    process.join()
