# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# reason = "prctl and /proc exist on Linux only"
# reason-zh = "prctl 和 /proc 只存在于 Linux"
# ///
import ctypes
import os
import signal
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def parent_of(pid):
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[1]


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    print("subreaper:", os.getpid(), flush=True)
    read_end, write_end = os.pipe()
    careless = os.fork()
    if careless == 0:
        pid = os.fork()
        if pid == 0:
            os._exit(3)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        os.write(write_end, str(pid).encode())
        signal.pause()
    zombie = int(os.read(read_end, 20))
    print("zombie", zombie, "of careless parent", parent_of(zombie))
    os.kill(careless, signal.SIGKILL)
    os.waitpid(careless, 0)
    print("the zombie's new parent:", parent_of(zombie))
    _, status = os.waitpid(zombie, 0)
    print("collected, exit code:", os.waitstatus_to_exitcode(status))
