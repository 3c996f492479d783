from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    for item in ("first", "second"):
        queue.put(item)
        print("taken out:", queue.get())
    queue.close()
