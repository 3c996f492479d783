# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# start-methods = ["forkserver"]
# reason = "os.waitid is there on macOS since 3.13 only; Windows has no fork server"
# reason-zh = "macOS 从 3.13 起才有 os.waitid；Windows 没有 fork 服务器"
# ///
import os
import signal
from multiprocessing import Pipe, Process


def report(connection):
    connection.send((os.getppid(), os.environ["COLOR"]))
    connection.recv()
    connection.send("child still works")


def start():
    connection, other_end = Pipe()
    child = Process(target=report, args=(other_end,))
    child.start()
    server, color = connection.recv()
    print(f"fork server {server}: {color}")
    return child, connection, server


if __name__ == "__main__":
    os.environ["COLOR"] = "red"
    child, connection, server = start()
    os.environ["COLOR"] = "green"
    os.kill(server, signal.SIGKILL)
    child.join()
    print("exit code:", child.exitcode)
    connection.send("go on")
    print(connection.recv())
    # wait for its end, but leave it to multiprocessing to notice
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    child, connection, server = start()
    connection.send("go on")
    child.join()
    print("exit code:", child.exitcode)
