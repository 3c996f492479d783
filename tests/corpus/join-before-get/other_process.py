# prints 200000
from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 200_000)


def prepare():
    pass


if __name__ == "__main__":
    queue = Queue()
    first = Process(target=prepare)
    first.start()
    first.join()
    second = Process(target=work, args=(queue,))
    second.start()
    print(len(queue.get()))
    second.join()
