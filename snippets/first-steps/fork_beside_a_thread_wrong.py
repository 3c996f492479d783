import os
import threading

lock = threading.Lock()
locked = threading.Event()
done = threading.Event()


def hold_the_lock():
    with lock:
        locked.set()
        done.wait()


if __name__ == "__main__":
    threading.Thread(target=hold_the_lock).start()
    locked.wait()
    count = threading.active_count()
    print("threads in the parent:", count, flush=True)
    pid = os.fork()
    if pid == 0:
        print("threads in the child:", threading.active_count())
        print("got the lock:", lock.acquire(timeout=0.2), flush=True)
        os._exit(0)
    os.waitpid(pid, 0)
    done.set()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
