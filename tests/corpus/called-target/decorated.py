# prints child
import os
from multiprocessing import Process, parent_process


class Named:
    def __init__(self, name):
        self.name = name

    def __call__(self):
        print("parent" if parent_process() is None else self.name)


if __name__ == "__main__":
    process = Process(target=Named(os.path.basename("x/child")))
    process.start()
    process.join()
