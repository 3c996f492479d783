from multiprocessing import Manager
from queue import Empty

if __name__ == "__main__":
    with Manager() as manager:
        queue = manager.Queue()
        queue.put("the only item")
        for _ in range(2):
            try:
                item = queue.get(timeout=0.2)
            except Empty:
                print("nothing came for 0.2 s")
        print("the last one:", item)
