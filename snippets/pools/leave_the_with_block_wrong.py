import time
from multiprocessing import Event, Pool, TimeoutError


def set_up(event):
    global started
    started = event


def work(number):
    started.set()
    try:
        time.sleep(60)
        print("task", number, "done")
    finally:
        print("finally")


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=set_up, initargs=(event,)) as pool:
        results = [pool.apply_async(work, (n,)) for n in range(3)]
        event.wait()
        print("a task is running, two are waiting")
    print("left the block")
    try:
        results[0].get(timeout=0.2)
    except TimeoutError:
        print("ready:", [result.ready() for result in results])
