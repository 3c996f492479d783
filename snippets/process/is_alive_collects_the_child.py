# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["fork", "spawn"]
# reason = "Windows has no zombies; under forkserver the fork server collects the children"
# reason-zh = "Windows 没有僵尸进程；forkserver 下由 fork 服务器回收子进程"
# ///
import os
import time
from multiprocessing import Process
from multiprocessing.connection import wait


def work():
    pass


def is_in_the_process_table(pid):
    try:
        os.kill(pid, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    wait([process.sentinel])
    time.sleep(0.5)
    print("ended, in the table:", is_in_the_process_table(process.pid))
    print("is_alive:", process.is_alive())
    print("asked, in the table:", is_in_the_process_table(process.pid))
