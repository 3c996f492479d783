import time
from multiprocessing import Event, Lock, Process


def work(lock, holding):
    with lock:
        holding.set()
        time.sleep(60)


if __name__ == "__main__":
    lock, holding = Lock(), Event()
    child = Process(target=work, args=(lock, holding))
    child.start()
    holding.wait()
    child.terminate()
    child.join()
    with lock:
        print("the parent's turn")
