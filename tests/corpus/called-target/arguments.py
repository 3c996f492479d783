# prints child 3
from multiprocessing import Process, parent_process


def work(n):
    print("parent" if parent_process() is None else "child", n)


if __name__ == "__main__":
    process = Process(target=work, args=(3,))
    process.start()
    process.join()
