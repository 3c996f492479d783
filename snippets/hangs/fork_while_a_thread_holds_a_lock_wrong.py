import threading
from multiprocessing import Process

lock = threading.Lock()
holding, done = threading.Event(), threading.Event()


def hold():
    with lock:
        holding.set()
        done.wait()


def work():
    with lock:
        print("the child's turn")


if __name__ == "__main__":
    threading.Thread(target=hold).start()
    holding.wait()
    child = Process(target=work)
    child.start()  # the fork
    done.set()  # the parent's thread lets go
    child.join()
    print("exit code:", child.exitcode)

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["fork"]
# reason = "only a fork copies the state of the lock"
# reason-zh = "只有 fork 会把锁的状态复制过去"
# ///
