import random
from multiprocessing import Process, SimpleQueue

random.seed(1)


def draw(queue):
    queue.put(random.random())


if __name__ == "__main__":
    queue = SimpleQueue()
    children = [Process(target=draw, args=(queue,)) for _ in "ab"]
    for child in children:
        child.start()
    first, second = queue.get(), queue.get()
    for child in children:
        child.join()
    seeded = random.Random(1).random()
    print("both drew the same number:", first == second)
    print("the seed counts in a child:", first == seeded)
