from multiprocessing import Event, Process, Queue


def work(queue, returned):
    queue.put("x" * 1_000_000)
    returned.set()


if __name__ == "__main__":
    queue = Queue()
    returned = Event()
    child = Process(target=work, args=(queue, returned))
    child.start()
    returned.wait()
    print("put() has returned in the child")
    child.join(1)  # without the limit, the parent waits for ever
    print("exit code:", child.exitcode)
    print("received:", len(queue.get()), "characters")
    child.join()
    print("exit code:", child.exitcode)
