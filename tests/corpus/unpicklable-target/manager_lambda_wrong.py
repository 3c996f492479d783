# prints 7
import queue
from multiprocessing.managers import BaseManager

tasks = queue.Queue()


class Queues(BaseManager):
    pass


Queues.register("tasks", callable=lambda: tasks)

if __name__ == "__main__":
    manager = Queues()
    manager.start()
    manager.tasks().put(7)
    print(manager.tasks().get())
    manager.shutdown()
