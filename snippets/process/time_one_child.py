import os
import time
from multiprocessing import Process


def work():
    print("begin in", os.getpid(), flush=True)
    time.sleep(0.5)
    print("end in", os.getpid(), flush=True)


if __name__ == "__main__":
    begin = time.perf_counter()
    child = Process(target=work)
    child.start()
    child.join()
    print(f"took {time.perf_counter() - begin:.2f} s")
