# prints 200000
# seconds 6
from multiprocessing import Process, SimpleQueue


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    queue = SimpleQueue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join()
    print(len(queue.get()))
