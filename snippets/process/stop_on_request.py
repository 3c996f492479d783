import time
from multiprocessing import Event, Process


def work(started, stop):
    try:
        started.set()
        while not stop.is_set():
            time.sleep(0.02)  # one small piece of work
        print("child: asked to stop")
    finally:
        print("child: cleaned up")


if __name__ == "__main__":
    started, stop = Event(), Event()
    process = Process(target=work, args=(started, stop))
    process.start()
    started.wait()
    stop.set()
    process.join()
    print("exit code", process.exitcode)
