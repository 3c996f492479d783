# prints 1 different
import random
from multiprocessing import Process, Queue

random.seed(3)


def work(queue):
    queue.put(random.random() < 2)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    print(len({queue.get()}), "different")
    process.join()
