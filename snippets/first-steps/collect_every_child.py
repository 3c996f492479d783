# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os

if __name__ == "__main__":
    names = {}
    for name in ("first", "second", "third"):
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        names[pid] = name
    collected = []
    while True:
        try:
            pid, status = os.wait()
        except ChildProcessError as error:
            print("then:", error)
            break
        collected.append(names[pid])
    print("collected:", sorted(collected))
