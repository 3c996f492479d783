# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["fork"]
# reason = "only a forked child inherits what its siblings use"
# reason-zh = "只有 fork 出来的子进程才会继承兄弟进程用到的描述符"
# ///
import os
import time
from multiprocessing import Process, parent_process


def report(name, seconds):
    parent = parent_process()
    while os.getppid() == parent.pid:
        time.sleep(0.02)
    time.sleep(seconds)
    print(f"{name}: {parent.is_alive()=}", flush=True)


def serve():
    Process(target=report, args=("first", 0)).start()
    Process(target=report, args=("second", 0.6)).start()
    os._exit(1)


if __name__ == "__main__":
    service = Process(target=serve)
    service.start()
    service.join()
    time.sleep(1.2)
