# prints 7
import queue
import threading
from multiprocessing.managers import BaseManager

tasks = queue.Queue()


class Queues(BaseManager):
    pass


Queues.register("tasks", callable=lambda: tasks)

if __name__ == "__main__":
    manager = Queues()
    server = manager.get_server()  # in this process: nothing is pickled
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tasks.put(7)
    print(tasks.get())
