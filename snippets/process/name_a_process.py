import os
from multiprocessing import Process


class Loader(Process):
    def __init__(self, path, name=None):
        super().__init__(name=name)
        self.path = path

    def run(self):
        mine = self.pid == os.getpid()
        print(f"{self.name} loads {self.path}, own pid: {mine}")


if __name__ == "__main__":
    for loader in (Loader("a.txt"), Loader("b.txt", name="second")):
        print(f"{loader.name}: pid {loader.pid}", flush=True)
        loader.start()
        loader.join()
        print(f"{loader.name}: pid {loader.pid}", flush=True)
