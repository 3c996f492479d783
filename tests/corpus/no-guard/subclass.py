# prints hello
from multiprocessing import Process


class Worker(Process):
    def run(self):
        print("hello")


if __name__ == "__main__":
    worker = Worker()
    worker.start()
    worker.join()
