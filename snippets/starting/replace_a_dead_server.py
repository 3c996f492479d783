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


def ask():
    receiver, sender = Pipe(duplex=False)
    child = Process(target=report, args=(sender,))
    child.start()
    answer = receiver.recv()
    child.join()
    return answer


if __name__ == "__main__":
    os.environ["COLOR"] = "red"
    server, color = ask()
    print(f"server {server}: {color}")
    os.environ["COLOR"] = "green"
    os.kill(server, signal.SIGTERM)
    # wait for its end, but leave it to multiprocessing to notice
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    server, color = ask()
    print(f"server {server}: {color}")
