# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "Windows has no SIGCHLD"
# reason-zh = "Windows 没有 SIGCHLD"
# ///
import signal
from multiprocessing import Process


def do_nothing():
    pass


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    child = Process(target=do_nothing)
    child.start()
    child.join()
    print("exit code:", child.exitcode)
    print("alive:", child.is_alive())
