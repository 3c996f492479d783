import time
from multiprocessing import Process, Queue


def write(queue):
    for letter in "ABC":
        print("writer: put", letter, flush=True)
        queue.put(letter)
        time.sleep(0.1)


def read(queue):
    for _ in range(3):
        letter = queue.get()
        print("reader: got", letter, flush=True)


if __name__ == "__main__":
    queue = Queue()
    writer = Process(target=write, args=(queue,))
    reader = Process(target=read, args=(queue,))
    writer.start()
    reader.start()
    writer.join()
    reader.join()
    print("both have ended")
