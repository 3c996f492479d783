# --8<-- [start:program]
from multiprocessing import Process, Queue


def work(tasks):
    while tasks.get() is not None:
        pass
    print("a worker ends", flush=True)


if __name__ == "__main__":
    tasks = Queue()
    workers = [Process(target=work, args=(tasks,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for task in range(4):
        tasks.put(task)
    tasks.put(None)
    for worker in workers:
        worker.join()
    print("all done")
# --8<-- [end:program]
