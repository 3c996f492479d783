# prints free
# where linux
# as it is
import multiprocessing
import threading

lock = threading.Lock()


def hold():
    with lock:
        pass


def work():
    print("free" if lock.acquire(timeout=1) else "stuck")


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    thread = threading.Thread(target=hold)
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    thread.start()
    thread.join()
