# prints 2 different
import random
from multiprocessing import Process, Queue


def work(queue, generator):
    queue.put(generator.random())


if __name__ == "__main__":
    queue = Queue()
    generators = [random.Random(1), random.Random(2)]
    processes = [Process(target=work, args=(queue, one)) for one in generators]
    for process in processes:
        process.start()
    numbers = {queue.get() for _ in processes}
    for process in processes:
        process.join()
    print(len(numbers), "different")
