# prints hi
from multiprocessing import Lock, Process


def work(lock, n):
    with lock:
        print("hi")


if __name__ == "__main__":
    lock = Lock()
    processes = []
    for n in range(1):
        process = Process(target=work, args=(lock, n))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()
