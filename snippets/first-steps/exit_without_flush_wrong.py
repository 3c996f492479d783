# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os

if __name__ == "__main__":
    pid = os.fork()
    if pid == 0:
        print("this line is lost")
        os._exit(0)
    os.waitpid(pid, 0)
    print("the child has ended")
