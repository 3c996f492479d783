from multiprocessing import Queue

if __name__ == "__main__":
    tasks = Queue(maxsize=1)
    tasks.put("first")
    tasks.put("second", timeout=0.1)
