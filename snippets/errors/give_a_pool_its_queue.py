from multiprocessing import Pool, Queue


def set_up(queue):
    global results
    results = queue


def work(number):
    results.put(number * number)


if __name__ == "__main__":
    queue = Queue()
    with Pool(1, initializer=set_up, initargs=(queue,)) as pool:
        pool.apply(work, (3,))
        print(queue.get())
