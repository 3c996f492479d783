# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "os.register_at_fork exists on POSIX systems only"
# reason-zh = "os.register_at_fork 只存在于 POSIX 系统"
# ///
import os
import threading
import time
from multiprocessing import get_context

lock = threading.Lock()
locked = threading.Event()


def hold_the_lock():
    with lock:
        locked.set()
        time.sleep(0.2)
        print("thread releases the lock", flush=True)


def work():
    print("child got the lock:", lock.acquire(timeout=0.2))


if __name__ == "__main__":
    os.register_at_fork(
        before=lock.acquire,
        after_in_parent=lock.release,
        after_in_child=lock.release,
    )
    threading.Thread(target=hold_the_lock).start()
    locked.wait()
    child = get_context("fork").Process(target=work)
    child.start()  # spawnsafe: ignore[SS602] waits for the lock
    child.join()
    print("parent got the lock:", lock.acquire(timeout=0.2))
