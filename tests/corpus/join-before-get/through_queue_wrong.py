# prints 200000
# seconds 6
from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join()
    text = queue.get()
    print(len(text))
