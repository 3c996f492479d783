from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        queue = manager.Queue()
        queue.put("the only item")
        for _ in range(2):
            item = queue.get()
        print("the last one:", item)
