from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    print(queue.get(timeout=0.1))
