# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# reason = "/proc exists on Linux only"
# reason-zh = "/proc 只存在于 Linux"
# ///
import os
from pathlib import Path


def state(pid):
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0]


def exists(pid):
    try:
        os.kill(pid, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    pid = os.fork()
    if pid == 0:
        os._exit(3)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    print("the child has ended, its state:", state(pid))
    print("its pid is still taken:", exists(pid))
    _, status = os.waitpid(pid, 0)
    print("exit code:", os.waitstatus_to_exitcode(status))
    print("its pid is still taken:", exists(pid))
