# prints 3
from multiprocessing import Process, Queue


def work(tasks, results):
    results.put(sum(iter(tasks.get, None)))


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    process = Process(target=work, args=(tasks, results))
    process.start()
    for task in (1, 2, None):
        tasks.put(task)
    total = results.get()
    process.join()
    print(total)
