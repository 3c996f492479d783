import time
from multiprocessing import Barrier, Process


def work(seconds, gate):
    gate.wait()
    time.sleep(seconds)


if __name__ == "__main__":
    durations = (0.9, 0.2, 0.5)
    gate = Barrier(len(durations) + 1)
    children = [
        Process(target=work, args=(s, gate), name=f"needs {s} s")
        for s in durations
    ]
    for child in children:
        child.start()
    gate.wait()
    began = time.perf_counter()
    for child in children:
        child.join()
        now = time.perf_counter() - began
        print(f"{child.name}, joined after {now:.1f} s")
