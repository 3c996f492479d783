from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    queue.put("first")
    queue.close()
    queue.put("second")
