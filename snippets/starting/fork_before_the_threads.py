# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "fork exists on POSIX systems only"
# reason-zh = "fork 只存在于 POSIX 系统"
# ///
import threading
import warnings
from multiprocessing import get_context

lock = threading.Lock()
locked = threading.Event()
done = threading.Event()


def hold_the_lock():
    with lock:
        locked.set()
        done.wait()


def work(method, go):
    go.wait()
    print(method, "got the lock:", lock.acquire(timeout=0.2))


if __name__ == "__main__":
    warnings.simplefilter("always")
    children = []
    for method in ("fork", "spawn"):
        context = get_context(method)
        go = context.Event()
        child = context.Process(target=work, args=(method, go))
        children.append((child, go))
    children[0][0].start()  # fork comes first
    threading.Thread(target=hold_the_lock).start()
    locked.wait()
    children[1][0].start()  # spawn may come later
    for child, go in children:
        go.set()
        child.join()
    done.set()
