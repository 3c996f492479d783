import time
from multiprocessing import Lock, Pipe, Process


def work(lock, connection):
    with lock:
        connection.send("I hold the lock")
        time.sleep(30)


if __name__ == "__main__":
    lock = Lock()
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(lock, sender))
    process.start()
    print(receiver.recv())
    process.terminate()
    process.join()
    print("got the lock:", lock.acquire(timeout=0.5))
    lock.release()  # a Lock has no owner: any process may do this
    print("got the lock:", lock.acquire(timeout=0.5))
