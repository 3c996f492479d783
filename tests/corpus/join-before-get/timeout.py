# prints 200000
from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join(timeout=0.05)
    text = queue.get()
    process.join()
    print(len(text))
