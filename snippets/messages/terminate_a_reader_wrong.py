import time
from multiprocessing import Process, Queue
from queue import Empty


def read(queue, seen):
    while True:
        seen.put(queue.get())


if __name__ == "__main__":
    queue, seen = Queue(), Queue()
    reader = Process(target=read, args=(queue, seen))
    reader.start()
    queue.put("first")
    print("the reader saw:", seen.get())
    time.sleep(1)  # by now it waits in get() again
    reader.terminate()
    reader.join()

    queue.put("second")
    try:
        print("got:", queue.get(timeout=1))
    except Empty:
        print("Empty, although an item is in the queue")
