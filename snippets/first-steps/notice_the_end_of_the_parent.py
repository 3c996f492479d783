# /// script
# [tool.spawnsafe]
# start-methods = ["fork", "spawn"]
# reason = "under forkserver the careless parent leaves a socket file"
# reason-zh = "forkserver 下，不负责任的父进程会留下一个套接字文件"
# ///
import os
from multiprocessing import Event, Pipe, Process, parent_process


def worker(ready, send_end):
    parent = parent_process()
    print(f"parent {parent.pid} is alive:", parent.is_alive())
    ready.set()
    parent.join()
    print(f"parent {parent.pid} is alive:", parent.is_alive())
    print("the worker goes on", flush=True)
    send_end.send("the worker ends")


def careless_parent(ready, send_end):
    Process(target=worker, args=(ready, send_end)).start()
    ready.wait()
    os._exit(0)  # no join, no cleaning up


if __name__ == "__main__":
    ready = Event()
    receive_end, send_end = Pipe(duplex=False)
    child = Process(target=careless_parent, args=(ready, send_end))
    child.start()
    child.join()
    print(f"{receive_end.recv()}, long after {child.pid}")
