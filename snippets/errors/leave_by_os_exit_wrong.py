# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["spawn", "forkserver"]
# reason = "Windows has no resource tracker; under fork locks have no names"
# reason-zh = "Windows 没有资源追踪器；fork 启动方法下的锁没有名字"
# ///
import os
from multiprocessing import Lock

if __name__ == "__main__":
    lock = Lock()
    print("leaving at once", flush=True)
    os._exit(0)
