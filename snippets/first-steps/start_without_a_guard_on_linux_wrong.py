from multiprocessing import Process


def work():
    print("child at work")


child = Process(target=work)
child.start()
child.join()
print("the child's exit code is", child.exitcode)

# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# platforms = ["linux"]
# start-methods = ["forkserver"]
# reason = "forkserver is the default there"
# reason-zh = "forkserver 在那里是默认方法"
# ///
