from multiprocessing import Lock, Process, set_start_method


def work(lock):
    with lock:
        print("done")


if __name__ == "__main__":
    set_start_method("fork")
    lock = Lock()
    set_start_method("spawn", force=True)
    child = Process(target=work, args=(lock,))
    child.start()
    child.join()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has only one method"
# reason-zh = "Windows 只有一种启动方法"
# ///
