# prints hi
from contextlib import ExitStack
from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("hi")


def main():
    with ExitStack() as stack:
        lock = Lock()
        process = Process(target=work, args=(lock,))
        process.start()
        stack.callback(process.join)


if __name__ == "__main__":
    main()
