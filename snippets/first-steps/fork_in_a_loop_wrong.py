# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os

if __name__ == "__main__":
    for number in range(3):
        if os.fork() == 0:
            print("work", number, flush=True)
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass  # no children left
