import time
from multiprocessing import Event, Process, Semaphore
from threading import Thread


def work(ready, start):
    ready.release()
    start.wait()


if __name__ == "__main__":
    ready, start = Semaphore(0), Event()
    child = Process(target=work, args=(ready, start))
    child.start()
    ready.acquire()
    time.sleep(1)
    child.kill()
    child.join()
    print("the child died while it was waiting")

    setter = Thread(target=start.set, daemon=True)
    setter.start()
    setter.join(0.5)
    print("set() still hasn't returned:", setter.is_alive())
