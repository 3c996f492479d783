# prints free
# where linux
import os
import threading
import time

if not hasattr(os, "fork"):
    raise SystemExit
lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.2)


thread = threading.Thread(target=hold)
thread.start()
pid = os.fork()
if pid == 0:
    print("free" if lock.acquire(timeout=1) else "stuck", flush=True)
    os._exit(0)
os.waitpid(pid, 0)
thread.join()
