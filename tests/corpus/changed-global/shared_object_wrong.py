# prints 3
from multiprocessing import Process, Value

counter = Value("i", 0)


def work():
    with counter.get_lock():
        counter.value += 1


if __name__ == "__main__":
    processes = [Process(target=work) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value)
