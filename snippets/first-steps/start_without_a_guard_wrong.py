from multiprocessing import Process


def work():
    print("child at work")


child = Process(target=work)
child.start()
child.join()
print("the child's exit code is", child.exitcode)

# /// script
# [tool.spawnsafe]
# start-methods = ["fork", "spawn"]
# reason = "under forkserver it depends on the Python version"
# reason-zh = "forkserver 下的结果因 Python 版本而异"
# ///
