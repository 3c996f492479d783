# prints 7
from multiprocessing import Process, Queue


class Worker(Process):
    def __init__(self, first, second, third, results):
        super().__init__()
        self.total = first + second + third
        self.results = results

    def run(self):
        self.results.put(self.total)


if __name__ == "__main__":
    results = Queue()
    worker = Worker(1, 2, 4, results)
    worker.start()
    print(results.get())
    worker.join()
