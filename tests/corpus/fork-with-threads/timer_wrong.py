# prints free
# where linux
# as it is
import multiprocessing as mp
import threading
import time

lock = threading.Lock()


class Holder(threading.Thread):
    def run(self):
        with lock:
            time.sleep(0.2)


def work():
    print("free" if lock.acquire(timeout=1) else "stuck")


if __name__ == "__main__":
    mp.set_start_method("fork")
    holder = Holder()
    holder.start()
    child = mp.Process(target=work)
    child.start()
    child.join()
    holder.join()
