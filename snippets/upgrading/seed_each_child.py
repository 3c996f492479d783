import random
from multiprocessing import Process, SimpleQueue


def draw(name, queue):
    generator = random.Random(f"run 1, child {name}")
    queue.put((name, generator.random()))


if __name__ == "__main__":
    queue = SimpleQueue()
    children = [Process(target=draw, args=(n, queue)) for n in "ab"]
    for child in children:
        child.start()
    drawn = sorted(queue.get() for _ in children)
    for child in children:
        child.join()
    for name, number in drawn:
        print(f"child {name} drew {number:.6f}")
