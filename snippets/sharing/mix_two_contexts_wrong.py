# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has no fork"
# reason-zh = "Windows 没有 fork"
# ///
from multiprocessing import get_context


def work(lock):
    with lock:
        print("done")


if __name__ == "__main__":
    lock = get_context("fork").Lock()
    child = get_context("spawn").Process(target=work, args=(lock,))
    try:
        child.start()
    except RuntimeError as error:
        print(str(error).replace(". ", ".\n"))
