from multiprocessing import Process, Queue


def work(queue):
    queue.put("the result")
    queue.close()
    queue.join_thread()
    print("child: everything has been sent", flush=True)
    try:
        queue.put("one more")
    except ValueError:
        print("child: ValueError, the queue is closed", flush=True)


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=work, args=(queue,))
    child.start()
    child.join()
    print("parent: got", queue.get())
    queue.put("the parent's own")
    print("parent: got", queue.get())
