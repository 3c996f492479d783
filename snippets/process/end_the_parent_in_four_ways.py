# /// script
# [tool.spawnsafe]
# sets-start-method = true
# reason = "it uses spawn on every system: a killed parent would leave the socket file of its fork server behind"
# reason-zh = "各系统一律使用 spawn：被杀死的父进程会留下分叉服务器的套接字文件"
# ///
import os
import signal
import subprocess
import sys
import time
from multiprocessing import Pipe, get_context, parent_process

ENDINGS = {
    "sys.exit": lambda: sys.exit(0),
    "exception": lambda: 1 / 0,
    "os._exit": lambda: os._exit(0),
    "SIGTERM": lambda: os.kill(os.getpid(), signal.SIGTERM),
}
QUIET = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}


def work(connection):
    connection.send("started")
    time.sleep(0.7)
    parent = "waiting" if parent_process().is_alive() else "gone"
    print(f"ends by itself, parent is {parent}", flush=True)


def run_parent(kind, ending):
    receiver, sender = Pipe(duplex=False)
    spawn, daemon = get_context("spawn"), kind == "daemon"
    spawn.Process(target=work, args=(sender,), daemon=daemon).start()
    receiver.recv()
    ENDINGS[ending]()


if __name__ == "__main__":
    if sys.argv[1:]:
        run_parent(*sys.argv[1:])
    for kind in ("child", "daemon"):
        command = [sys.executable, __file__, kind]
        runs = [
            subprocess.Popen([*command, how], **QUIET) for how in ENDINGS
        ]
        for ending, run in zip(ENDINGS, runs, strict=True):
            line = run.communicate()[0].decode().strip()
            print(f"{kind}, {ending}: {line or 'is terminated'}")
