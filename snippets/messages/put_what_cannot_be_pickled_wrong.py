from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    queue.put(number * number for number in range(3))
    print("put() has accepted the generator")
    queue.put("the next item")
    print("got:", queue.get())
