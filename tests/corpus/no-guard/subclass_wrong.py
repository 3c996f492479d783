# prints hello
from multiprocessing import Process


class Worker(Process):
    def run(self):
        print("hello")


worker = Worker()
worker.start()
worker.join()
