from multiprocessing import Event, Lock, Process


def hold(lock, held, stop):
    with lock:
        held.set()
        stop.wait()


if __name__ == "__main__":
    lock, held, stop = Lock(), Event(), Event()
    holder = Process(target=hold, args=(lock, held, stop))
    holder.start()
    held.wait()
    print("block=False:", lock.acquire(block=False))
    print("timeout=0.3:", lock.acquire(timeout=0.3))
    stop.set()
    print("no limit:", lock.acquire())
    lock.release()
    holder.join()
