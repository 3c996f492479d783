# prints 7
from multiprocessing import Process, Queue


class Worker(Process):
    total = 7

    def run(self):
        self._args[0].put(self.total)


if __name__ == "__main__":
    results = Queue()
    worker = Worker(None, None, None, results)
    worker.start()
    print(results.get())
    worker.join()
