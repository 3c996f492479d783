import time
from multiprocessing import Event, Process


def work(started):
    print("daemon: start", flush=True)
    started.set()
    time.sleep(30)
    print("daemon: end")


if __name__ == "__main__":
    started = Event()
    process = Process(target=work, args=(started,), daemon=True)
    process.start()
    started.wait()
    print("parent: last line")
