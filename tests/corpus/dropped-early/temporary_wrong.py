# prints hi
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("hi")


if __name__ == "__main__":
    process = Process(target=work, args=(Lock(),))
    process.start()
    process.join()
