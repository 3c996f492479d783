from multiprocessing import Process, SimpleQueue


def work(queue):
    queue.put("from the child")


if __name__ == "__main__":
    queue = SimpleQueue()
    queue.put("from the parent")
    print("empty:", queue.empty())
    print("got:", queue.get())
    try:
        queue.put(number * number for number in range(3))
    except TypeError as error:
        print("TypeError:", error)

    child = Process(target=work, args=(queue,))
    child.start()
    print("got:", queue.get())
    child.join()
    print("empty:", queue.empty())
