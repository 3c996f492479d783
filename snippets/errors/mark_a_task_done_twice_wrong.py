from multiprocessing import JoinableQueue

if __name__ == "__main__":
    queue = JoinableQueue()
    queue.put("task")
    print("done:", queue.get())
    queue.task_done()
    queue.task_done()
