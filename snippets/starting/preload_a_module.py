# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has no forkserver"
# reason-zh = "Windows 没有 forkserver"
# ///
import os
import sys
from multiprocessing import get_context

print("file loaded in", os.getpid(), flush=True)


def work():
    ready = "decimal" in sys.modules
    print("child", os.getpid(), "finds decimal:", ready, flush=True)


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", "decimal"])
    for _ in range(2):
        child = context.Process(target=work)
        child.start()
        child.join()
