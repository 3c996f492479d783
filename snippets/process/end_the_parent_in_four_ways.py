# /// script
# [tool.spawnsafe]
# sets-start-method = true
# reason = "it uses spawn on every system: a killed parent would leave the socket file of its fork server behind"
# reason-zh = "各系统一律使用 spawn：被杀死的父进程会留下 fork 服务器的套接字文件"
# timeout = 120
# ///
import os
import signal
import subprocess
import sys
from multiprocessing import Pipe, get_context, parent_process

ENDINGS = {
    "sys.exit": lambda: sys.exit(0),
    "exception": lambda: 1 / 0,
    "os._exit": lambda: os._exit(0),
    "SIGTERM": lambda: os.kill(os.getpid(), signal.SIGTERM),
}
QUIET = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}


def work(kind, seconds, connection):
    connection.send("started")
    parent_process().join(seconds)
    parent = "waits" if parent_process().is_alive() else "is gone"
    print(f"{kind} ends, parent {parent}", flush=True)


def run_parent(ending):
    receiver, sender = Pipe(duplex=False)
    process = get_context("spawn").Process
    args = ("daemon", 30, sender)
    process(target=work, args=args, daemon=True).start()
    receiver.recv()
    process(target=work, args=("child", 1.5, sender)).start()
    receiver.recv()
    ENDINGS[ending]()


if __name__ == "__main__":
    if len(sys.argv) == 2:
        run_parent(sys.argv[1])
    else:
        command = [sys.executable, __file__]
        runs = [
            subprocess.Popen([*command, e], **QUIET) for e in ENDINGS
        ]
        for ending, run in zip(ENDINGS, runs, strict=True):
            lines = run.communicate()[0].decode().splitlines()
            print(f"{ending}: {'; '.join(sorted(lines))}")
