import logging
import sys
from logging.handlers import QueueHandler, QueueListener
from multiprocessing import Process, Queue


def work(queue):
    root = logging.getLogger()
    root.handlers = [QueueHandler(queue)]
    root.setLevel(logging.INFO)
    root.info("at work")


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=work, args=(queue,), name="child")
    child.start()

    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        logging.Formatter("%(processName)s: %(message)s")
    )
    listener = QueueListener(queue, handler)
    listener.start()
    child.join()
    listener.stop()
