# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "fork exists on POSIX systems only"
# reason-zh = "fork 只存在于 POSIX 系统"
# ///
import os
import warnings
from multiprocessing import get_context


def work(what):
    print("child started, warnings:", what, flush=True)


if __name__ == "__main__":
    context = get_context("fork")
    queue = context.Queue()
    queue.put("task")  # starts a thread of the queue
    for action in ("as usual", "always", "error"):
        if action != "as usual":
            warnings.simplefilter(action)
        child = context.Process(target=work, args=(action,))
        try:
            child.start()
            child.join()
        except DeprecationWarning as warning:
            os.wait()  # for the child, which was forked nevertheless
            print("start() raised", type(warning).__name__)
