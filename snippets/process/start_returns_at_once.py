import time
from multiprocessing import Process


def work():
    print("child begins", flush=True)
    time.sleep(1)
    print("child is done", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    print("parent goes on", "*" * 20, flush=True)
