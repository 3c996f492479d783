# prints 1
from multiprocessing import Pool, Queue


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    with Pool(1) as pool:
        queue = Queue()
        pool.apply(work, (queue,))
        print(queue.get())
