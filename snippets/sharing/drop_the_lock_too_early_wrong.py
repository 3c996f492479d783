import time
from multiprocessing import Lock, Process


class SlowArgument:
    def __reduce__(self):
        return time.sleep, (1,)  # runs while the child unpickles


def work(argument, lock):
    with lock:
        print("child: I have the lock")


def start_a_child():
    lock = Lock()
    child = Process(target=work, args=(SlowArgument(), lock))
    child.start()
    return child  # nobody holds the lock object any more


if __name__ == "__main__":
    child = start_a_child()
    child.join()
    print("exit code:", child.exitcode)
