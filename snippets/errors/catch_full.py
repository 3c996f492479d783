from multiprocessing import Queue
from queue import Full

if __name__ == "__main__":
    queue = Queue(maxsize=1)
    queue.put("first")
    try:
        queue.put("second", timeout=0.1)
    except Full:
        print("no room within 0.1 s")
    print("taken out:", queue.get())
    queue.put("second")
    print("taken out:", queue.get())
