# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os
import sys

if __name__ == "__main__":
    pid = os.fork()
    try:
        if pid == 0:
            sys.exit()
        os.waitpid(pid, 0)
    finally:
        who = "child" if pid == 0 else "parent"
        print(who, "cleans up", flush=True)
