# prints 1
from multiprocessing import Process


class Counter:
    def __init__(self):
        self.file = open(__file__)
        self.count = 0

    def add(self):
        self.count += 1
        print(self.count)


if __name__ == "__main__":
    counter = Counter()
    process = Process(target=counter.add)
    process.start()
    process.join()
