from multiprocessing import Process


def run(text):
    def show():
        print("child prints", text)

    child = Process(target=show)
    child.start()
    child.join()


if __name__ == "__main__":
    run("hello")

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["spawn", "forkserver"]
# reason = "it works under fork; on Windows the child prints errors, too"
# reason-zh = "fork 下能正常运行；Windows 上子进程也会打印报错"
# ///
