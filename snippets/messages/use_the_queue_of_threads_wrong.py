from multiprocessing import Process
from queue import Empty, Queue


def work(queue):
    queue.put("a result")


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=work, args=(queue,))
    try:
        child.start()
    except TypeError as error:
        print("TypeError:", error)
    else:
        child.join()
        print("exit code:", child.exitcode)
        try:
            print("got:", queue.get(timeout=0.3))
        except Empty:
            print("nothing arrived")

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows the child prints an error of its own, too"
# reason-zh = "在 Windows 上，子进程也会打印自己的报错"
# ///
