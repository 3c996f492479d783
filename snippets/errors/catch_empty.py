from multiprocessing import Queue
from queue import Empty

if __name__ == "__main__":
    items = Queue()
    try:
        print(items.get(timeout=0.1))
    except Empty:
        print("nothing has come within 0.1 s")
