from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    for item in ("a", "b", "c"):
        queue.put(item)
    print("size:", queue.qsize())
    print("got", queue.get())
    print("size:", queue.qsize())
    print("got", queue.get(), queue.get())
    print("size:", queue.qsize())

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "windows"]
# reason = "qsize() raises NotImplementedError on macOS"
# reason-zh = "在 macOS 上 qsize() 引发 NotImplementedError"
# ///
