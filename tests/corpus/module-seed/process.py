# prints 2 different
import random
from multiprocessing import Process, Queue


def work(queue, seed):
    random.seed(seed)
    queue.put(random.random())


if __name__ == "__main__":
    queue = Queue()
    processes = [Process(target=work, args=(queue, seed)) for seed in (1, 2)]
    for process in processes:
        process.start()
    numbers = {queue.get() for _ in processes}
    for process in processes:
        process.join()
    print(len(numbers), "different")
