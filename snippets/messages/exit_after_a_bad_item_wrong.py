import time
from multiprocessing import Process, Queue
from queue import Empty


class Report:
    """Takes a second to pickle, then turns out to be impossible."""

    def __getstate__(self):
        time.sleep(1)
        raise TypeError("cannot pickle this report")


def work(queue):
    queue.put(Report())
    queue.put("a good item")


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=work, args=(queue,))
    child.start()
    child.join()
    print("exit code:", child.exitcode)
    try:
        print("got:", queue.get(timeout=0.3))
    except Empty:
        print("nothing arrived")
