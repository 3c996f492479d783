# prints 1 / 2
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
    return jobs, results


if __name__ == "__main__":
    jobs, results = start()
    print(results.get())
    print(results.get())
