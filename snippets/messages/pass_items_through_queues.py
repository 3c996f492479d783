from multiprocessing import Process, Queue


def square(tasks, results):
    for _ in range(3):
        number = tasks.get()
        results.put((number, number * number))


if __name__ == "__main__":
    tasks = Queue()
    results = Queue()
    child = Process(target=square, args=(tasks, results))
    child.start()
    for number in (7, 5, 6):
        tasks.put(number)
    for _ in range(3):
        number, squared = results.get()
        print(number, "squared is", squared)
    child.join()
    print("exit code:", child.exitcode)
