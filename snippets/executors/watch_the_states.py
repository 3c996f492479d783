import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(*events):
    global begun, finish
    begun, finish = events


def work():
    begun.set()
    finish.wait()


if __name__ == "__main__":
    begun, finish = Event(), Event()
    events = (begun, finish)
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=events
    ) as executor:
        futures = [executor.submit(work)]
        begun.wait()
        futures += [executor.submit(work) for _ in range(3)]
        while not futures[2].running():
            time.sleep(0.01)
        print("running:  ", [future.running() for future in futures])
        print("cancel(): ", [future.cancel() for future in futures])
        finish.set()
    print("done:     ", [future.done() for future in futures])
    print("cancelled:", [future.cancelled() for future in futures])
