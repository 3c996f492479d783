from multiprocessing import JoinableQueue, Process
from threading import Thread


def consume(queue):
    while True:
        item = queue.get()
        if item is None:
            break
        print("consumer: handled", item, flush=True)
        queue.task_done()


if __name__ == "__main__":
    queue = JoinableQueue()
    consumer = Process(target=consume, args=(queue,))
    consumer.start()
    queue.put("a task")
    queue.put(None)
    consumer.join()
    waiting = Thread(target=queue.join)
    waiting.start()
    waiting.join(0.5)
    print("join() still waits:", waiting.is_alive())
    queue.task_done()  # for the None
    waiting.join()
    print("join() still waits:", waiting.is_alive())
