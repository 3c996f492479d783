# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["forkserver"]
# reason = "forkserver exists on POSIX systems only"
# reason-zh = "forkserver 只存在于 POSIX 系统"
# ///
import os
from multiprocessing import Process


def report(name, depth):
    parent = os.getppid()
    print(f"{name}: {os.getpid()}, forked by {parent}", flush=True)
    if depth:
        start(f"{name}'s child", depth - 1)


def start(name, depth):
    child = Process(target=report, args=(name, depth))
    child.start()
    child.join()


if __name__ == "__main__":
    print("main process:", os.getpid(), flush=True)
    start("first", 0)
    start("second", 1)
