from multiprocessing import Process, Queue


def work(queue):
    queue.put("x" * 1_000_000)
    queue.cancel_join_thread()


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=work, args=(queue,))
    child.start()
    child.join()
    print("exit code:", child.exitcode)
    # The text is lost, in part or as a whole: no get() here.
