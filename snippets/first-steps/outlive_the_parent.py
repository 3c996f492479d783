# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os
import time

if __name__ == "__main__":
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        parent = os.getpid()
        if os.fork() > 0:
            os._exit(0)  # leaves its own child behind
        while os.getppid() == parent:
            time.sleep(0.01)
        print(f"orphan {os.getpid()}: my parent was {parent}")
        print("still the same:", os.getppid() == parent, flush=True)
        os._exit(0)
    os.close(write_end)
    os.waitpid(child, 0)
    os.read(read_end, 1)  # returns when the orphan has ended
    print("my child was", child)
