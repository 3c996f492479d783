from multiprocessing import Process


def work(file):
    print("child read:", file.readline(), end="")


if __name__ == "__main__":
    with open(__file__, encoding="utf-8") as file:
        child = Process(target=work, args=(file,))
        child.start()
        child.join()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows the child prints errors, too"
# reason-zh = "Windows 上子进程也会打印报错"
# ///
