import time
from multiprocessing import Process


def tiny_job():
    return sum(range(100))


def call_twice():
    tiny_job()
    tiny_job()


def start_twice():
    children = [Process(target=tiny_job) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()


def best_time(action):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    ratio = best_time(start_twice) / best_time(call_twice)
    print("at least 50 times slower in two processes:", ratio > 50)
