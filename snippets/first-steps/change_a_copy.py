# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os

if __name__ == "__main__":
    names = ["original"]
    address = id(names)
    pid = os.fork()
    if pid == 0:
        names.append("added by the child")
        print("child:", names)
        print("same address:", id(names) == address, flush=True)
        os._exit(0)
    os.waitpid(pid, 0)
    print("parent:", names)
