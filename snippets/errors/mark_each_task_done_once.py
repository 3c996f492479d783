from multiprocessing import JoinableQueue

if __name__ == "__main__":
    queue = JoinableQueue()
    queue.put("task")
    try:
        print("done:", queue.get())
    finally:
        queue.task_done()
    queue.join()
    print("all tasks marked")
