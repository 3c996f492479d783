from multiprocessing import Process, Queue


def add(queue):
    total = 0
    for number in iter(queue.get, None):
        total += number
    print("total:", total, flush=True)


if __name__ == "__main__":
    queue = Queue()
    adder = Process(target=add, args=(queue,))
    adder.start()
    for number in range(3):
        queue.put(number)
    adder.join()
    print("exit code:", adder.exitcode)
