import os
import time
from multiprocessing import Process


def work():
    print(f"child {os.getpid()}: working", flush=True)
    time.sleep(0.5)
    print(f"child {os.getpid()}: done", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    began = time.perf_counter()
    child.start()
    child.join()
    waited = time.perf_counter() - began
    print("*" * 20)
    print(f"parent {os.getpid()}: went on after {waited:.1f} s")
    print("exit code of the child:", child.exitcode)
