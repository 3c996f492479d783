from multiprocessing import JoinableQueue
from threading import Thread

if __name__ == "__main__":
    queue = JoinableQueue()
    queue.put("a task")
    waiting = Thread(target=queue.join)
    waiting.start()

    print("got", queue.get())
    waiting.join(0.5)
    print("join() still waits:", waiting.is_alive())
    queue.task_done()
    waiting.join()
    print("join() still waits:", waiting.is_alive())

    queue.put("another task")
    queue.task_done()
    print("task_done() before get() is accepted")
    try:
        queue.task_done()
    except ValueError as error:
        print("ValueError:", error)
