# /// script
# requires-python = ">=3.15"
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "on_error is new in 3.15, and Windows has no forkserver"
# reason-zh = "on_error 是 3.15 新增的，Windows 没有 forkserver"
# ///
from multiprocessing import get_context

if __name__ == "__main__":
    context = get_context("forkserver")
    modules = ["__main__", "no_such_module"]
    context.set_forkserver_preload(modules, on_error="fail")
    child = context.Process()
    try:
        child.start()
    except (ConnectionError, EOFError):
        print("the fork server has not come up")
