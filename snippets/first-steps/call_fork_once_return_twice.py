# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os

if __name__ == "__main__":
    print("one process:", os.getpid(), flush=True)
    pid = os.fork()
    me = os.getpid()
    if pid == 0:
        parent = os.getppid()
        print(f"child {me} of {parent}: fork gave {pid}", flush=True)
        os._exit(0)
    print(f"parent {me}: fork gave {pid}", flush=True)
    os.waitpid(pid, 0)
