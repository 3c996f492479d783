from multiprocessing import Event, Process

go = Event()


def work():
    go.wait()
    print("the child goes", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    go.set()
    child.join()
    print("exit code:", child.exitcode)

# /// script
# [tool.spawnsafe]
# start-methods = ["spawn", "forkserver"]
# reason = "under fork the child has the parent's event"
# reason-zh = "在 fork 下，子进程用的就是父进程的事件"
# ///
