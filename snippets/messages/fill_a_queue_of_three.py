import time
from multiprocessing import Queue
from queue import Empty, Full

if __name__ == "__main__":
    queue = Queue(maxsize=3)
    for item in ("a", "b", "c"):
        queue.put(item)
    print("full:", queue.full())
    try:
        queue.put_nowait("d")
    except Full:
        print("put_nowait: Full")
    began = time.perf_counter()
    try:
        queue.put("d", timeout=0.3)
    except Full:
        print(f"put: Full after {time.perf_counter() - began:.1f} s")

    print("got", queue.get(), queue.get(), queue.get())
    print("empty:", queue.empty())
    try:
        queue.get_nowait()
    except Empty:
        print("get_nowait: Empty")
    began = time.perf_counter()
    try:
        queue.get(timeout=0.3)
    except Empty:
        print(f"get: Empty after {time.perf_counter() - began:.1f} s")
