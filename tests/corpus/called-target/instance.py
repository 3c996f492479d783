# prints child
from multiprocessing import Process, parent_process


class Work:
    def __call__(self):
        print("parent" if parent_process() is None else "child")


if __name__ == "__main__":
    process = Process(target=Work())
    process.start()
    process.join()
