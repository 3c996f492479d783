# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os
import sys

if __name__ == "__main__":
    print("before fork")
    pid = os.fork()
    if pid == 0:
        sys.exit()
    os.waitpid(pid, 0)
    print("after fork")
