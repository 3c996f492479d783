# prints 2 different
import random
from multiprocessing import Process, Queue

random.seed(1)


def work(queue):
    queue.put(random.random())


if __name__ == "__main__":
    queue = Queue()
    processes = [Process(target=work, args=(queue,)) for _ in range(2)]
    for process in processes:
        process.start()
    numbers = {queue.get() for _ in processes}
    for process in processes:
        process.join()
    print(len(numbers), "different")
