# --8<-- [start:program]
import time
from multiprocessing import Event, Process


def work(ready):
    try:
        print("daemon: begin", flush=True)
        ready.set()
        time.sleep(30)
        print("daemon: end", flush=True)
    finally:
        print("daemon: clean up", flush=True)


if __name__ == "__main__":
    ready = Event()
    child = Process(target=work, args=(ready,), daemon=True)
    child.start()
    ready.wait()
    print("parent: last line")
# --8<-- [end:program]
