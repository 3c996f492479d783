# prints 1
import threading
from multiprocessing import Process


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0

    def __getstate__(self):
        return {"count": self.count}

    def add(self):
        self.count += 1
        print(self.count)


if __name__ == "__main__":
    counter = Counter()
    process = Process(target=counter.add)
    process.start()
    process.join()
