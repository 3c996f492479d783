# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# reason = "/proc exists on Linux only"
# reason-zh = "/proc 只存在于 Linux"
# ///
import time
from multiprocessing import Process, active_children
from multiprocessing.connection import wait
from pathlib import Path


def do_nothing():
    pass


def state(pid):
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return "gone"
    text = status.read_text(encoding="utf-8")
    return text.rpartition(")")[2].split()[0]


def ended_child():
    child = Process(target=do_nothing)
    child.start()
    wait([child.sentinel])
    while state(child.pid) not in ("Z", "gone"):
        time.sleep(0.01)
    return child


if __name__ == "__main__":
    for name, collect in {
        "next start()": lambda child: ended_child(),
        "active_children()": lambda child: active_children(),
        "is_alive()": lambda child: child.is_alive(),
        "join()": lambda child: child.join(),
    }.items():
        child = ended_child()
        before = state(child.pid)
        collect(child)
        print(f"{before}, after {name}: {state(child.pid)}")
