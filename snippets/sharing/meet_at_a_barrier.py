from multiprocessing import Barrier, Process


def announce():
    print("everybody has arrived", flush=True)


def work(number, meeting):
    for phase in (1, 2):
        print(f"worker {number}: phase {phase} done", flush=True)
        place = meeting.wait()
    if place == 0:
        print("exactly one worker got place 0", flush=True)


if __name__ == "__main__":
    meeting = Barrier(3, action=announce)
    workers = [
        Process(target=work, args=(number, meeting))
        for number in (1, 2, 3)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
