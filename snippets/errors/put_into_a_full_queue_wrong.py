from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue(maxsize=1)
    queue.put("first")
    queue.put("second", timeout=0.1)
