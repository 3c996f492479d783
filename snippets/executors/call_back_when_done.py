import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def work():
    finish.wait()
    return os.getpid()


def report(future):
    print("task ran in", future.result())
    is_main = threading.current_thread() is threading.main_thread()
    print("callback runs in", os.getpid(), "main thread:", is_main)


if __name__ == "__main__":
    finish = Event()
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=(finish,)
    ) as executor:
        future = executor.submit(work)
        future.add_done_callback(report)
        finish.set()
    print("done:", future.done())
    future.add_done_callback(report)
