import time
from multiprocessing import Process


def work():
    print("child:  hello", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    print("parent:", "*" * 20, flush=True)
    print("parent:", "*" * 30, flush=True)
    time.sleep(0.5)
    print("parent:", "*" * 40, flush=True)
    child.join()
