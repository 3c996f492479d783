import time
from multiprocessing import Event, Pool


def set_up(event):
    global started
    started = event


def work(number):
    print("a task begins", flush=True)
    started.set()
    time.sleep(60)
    print("it ends", flush=True)


if __name__ == "__main__":
    event = Event()
    pool = Pool(1, initializer=set_up, initargs=(event,))
    for number in range(3):
        pool.apply_async(work, (number,))
    event.wait()
    print("end of the program")
