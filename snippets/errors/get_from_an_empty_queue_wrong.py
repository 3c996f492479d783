from multiprocessing import Queue

if __name__ == "__main__":
    items = Queue()
    print(items.get(timeout=0.1))
