from multiprocessing import JoinableQueue

if __name__ == "__main__":
    queue = JoinableQueue()
    queue.put("task")
    task = queue.get()
    try:
        print("done:", task)
    finally:
        queue.task_done()
    queue.join()
    print("all tasks marked")
