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
    if pid == 0:
        print(f"child: I am {os.getpid()}, fork returned {pid}, "
              f"my parent is {os.getppid()}", flush=True)
        os._exit(0)
    print(f"parent: I am {os.getpid()}, fork returned {pid}", flush=True)
    os.waitpid(pid, 0)
