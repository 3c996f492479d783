# prints 3
from multiprocessing import Process, Queue


def work(queue):
    queue.put(3)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join()
    print(queue.get())
