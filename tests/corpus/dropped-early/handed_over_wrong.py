# prints 1 / 2
# seconds 6
from multiprocessing import Process, SimpleQueue


def work(jobs, results):
    while job := jobs.get():
        results.put(job)


def start():
    jobs: SimpleQueue = SimpleQueue()
    results: SimpleQueue = SimpleQueue()
    jobs.put(1)
    jobs.put(2)
    Process(target=work, args=(jobs, results)).start()
    jobs.put(0)
    return results


if __name__ == "__main__":
    results = start()
    print(results.get())
    print(results.get())
