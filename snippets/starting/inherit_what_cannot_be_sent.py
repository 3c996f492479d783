# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has no fork"
# reason-zh = "Windows 没有 fork"
# ///
import threading
from multiprocessing import get_context

if __name__ == "__main__":
    lock = threading.Lock()
    squares = (n * n for n in range(10))
    next(squares)

    def work():
        with lock:
            print("the child goes on with", next(squares), flush=True)

    child = get_context("fork").Process(target=work)
    child.start()
    child.join()
    print("the parent goes on with", next(squares))
