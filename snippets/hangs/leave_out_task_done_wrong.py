from multiprocessing import JoinableQueue, Process


def consume(queue):
    while True:
        queue.get()  # and no task_done()


if __name__ == "__main__":
    queue = JoinableQueue()
    consumer = Process(target=consume, args=(queue,), daemon=True)
    consumer.start()
    queue.put("a task")
    queue.join()
    print("all tasks are done")
