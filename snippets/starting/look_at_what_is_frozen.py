# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "the umask means little on Windows, and there is no fork server"
# reason-zh = "umask 在 Windows 上几乎不起作用，那里也没有 fork 服务器"
# ///
import os
import signal
import sys
from multiprocessing import Process, current_process


def report():
    umask = os.umask(0)
    ignored = signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN
    print("environment:", os.environ.get("COLOR"))
    print("umask:", oct(umask))
    print("SIGUSR1 ignored:", ignored)
    print("directory:", os.getcwd())
    print("arguments:", sys.argv[1:])
    print("authkey:", bytes(current_process().authkey))


def start(target):
    child = Process(target=target)
    child.start()
    child.join()


if __name__ == "__main__":
    os.umask(0o022)
    start(None)  # under forkserver, this starts the server
    os.environ["COLOR"] = "green"
    os.umask(0o077)
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    sys.argv.append("--verbose")
    os.chdir("/")
    current_process().authkey = b"new"
    start(report)
