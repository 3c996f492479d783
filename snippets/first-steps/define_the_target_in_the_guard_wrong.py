from multiprocessing import Process

if __name__ == "__main__":

    def work():
        print("child at work")

    child = Process(target=work)
    child.start()
    child.join()
    print("the child's exit code is", child.exitcode)

# /// script
# [tool.spawnsafe]
# start-methods = ["spawn", "forkserver"]
# reason = "under fork the child inherits the function, so it works"
# reason-zh = "fork 下子进程继承这个函数，能正常运行"
# ///
