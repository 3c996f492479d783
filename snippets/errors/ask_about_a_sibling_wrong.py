from multiprocessing import Process

workers = []


def work():
    print("worker done", flush=True)


def watch():
    print("alive:", workers[0].is_alive())


if __name__ == "__main__":
    workers.append(Process(target=work))
    workers[0].start()
    workers[0].join()
    watcher = Process(target=watch)
    watcher.start()
    watcher.join()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["fork"]
# reason = "only a forked child gets a copy of a started process object"
# reason-zh = "只有 fork 出来的子进程才有已启动进程对象的副本"
# ///
