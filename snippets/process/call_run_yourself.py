import os
from multiprocessing import Process


def work():
    print("work in", os.getpid(), flush=True)


if __name__ == "__main__":
    print("main in", os.getpid(), flush=True)
    child = Process(target=work)
    child.run()  # an ordinary method call
    child.start()  # the new process calls run()
    child.join()
