# prints 200000
from queue import Queue
from threading import Thread


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    queue = Queue()
    thread = Thread(target=work, args=(queue,))
    thread.start()
    thread.join()
    print(len(queue.get()))
