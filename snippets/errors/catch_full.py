from multiprocessing import Queue
from queue import Full

if __name__ == "__main__":
    tasks = Queue(maxsize=1)
    tasks.put("first")
    try:
        tasks.put("second", timeout=0.1)
    except Full:
        print("no room within 0.1 s")
    print("taken out:", tasks.get())
    tasks.put("second")
    print("taken out:", tasks.get())
