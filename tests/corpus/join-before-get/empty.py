# prints 1
from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    items = [queue.get(timeout=15)]
    process.join()
    while not queue.empty():
        items.append(queue.get())
    print(len(items))
