from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=lambda: print("child at work"))
    child.start()
    child.join()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["spawn", "forkserver"]
# reason = "it works under fork; on Windows the child prints errors, too"
# reason-zh = "fork 下能正常运行；Windows 上子进程也会打印报错"
# ///
