# prints 200000
from multiprocessing import Manager, Process


def work(queue):
    queue.put("x" * 200_000)


if __name__ == "__main__":
    with Manager() as manager:
        queue = manager.Queue()
        process = Process(target=work, args=(queue,))
        process.start()
        process.join()
        print(len(queue.get()))
