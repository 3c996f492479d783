# prints 1
from multiprocessing import Manager, Pool


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    with Manager() as manager, Pool(1) as pool:
        queue = manager.Queue()
        pool.apply(work, (queue,))
        print(queue.get())
