from multiprocessing import Process


def add_up(numbers):
    print("sum:", sum(numbers))


if __name__ == "__main__":
    squares = (n * n for n in range(4))
    child = Process(target=add_up, args=(squares,))
    child.start()
    child.join()

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows the child prints errors, too"
# reason-zh = "Windows 上子进程也会打印报错"
# ///
