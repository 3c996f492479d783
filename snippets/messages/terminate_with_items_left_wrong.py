import time
from multiprocessing import Process, Queue


def read(queue, processed):
    while True:
        processed.put(queue.get())
        time.sleep(60)  # slow compared with the writer


if __name__ == "__main__":
    queue, processed = Queue(), Queue()
    reader = Process(target=read, args=(queue, processed))
    reader.start()
    for item in ("first", "second", "third"):
        queue.put(item)
    print("processed:", processed.get())
    reader.terminate()
    reader.join()
    print("left over:", queue.get(), "and", queue.get())
