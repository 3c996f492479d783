# prints child
from multiprocessing import Process, parent_process


class Work:
    def run(self):
        print("parent" if parent_process() is None else "child")


if __name__ == "__main__":
    process = Process(target=Work().run())
    process.start()
    process.join()
