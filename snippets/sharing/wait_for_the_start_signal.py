from multiprocessing import Event, Process, Semaphore


def run(number, ready, start):
    print(f"runner {number}: ready", flush=True)
    ready.release()
    start.wait()
    print(f"runner {number}: off", flush=True)


if __name__ == "__main__":
    ready = Semaphore(0)
    start = Event()
    runners = [
        Process(target=run, args=(number, ready, start))
        for number in (1, 2)
    ]
    for runner in runners:
        runner.start()
    for _ in runners:
        ready.acquire()
    print("parent: go", flush=True)
    start.set()
    for runner in runners:
        runner.join()

    late = Process(target=run, args=(3, ready, start))
    late.start()
    late.join()
    print("still set:", start.is_set())
