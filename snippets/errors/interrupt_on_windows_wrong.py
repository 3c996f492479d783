from multiprocessing import Event, Process

if __name__ == "__main__":
    stop = Event()
    child = Process(target=stop.wait)
    child.start()
    try:
        child.interrupt()
    finally:
        stop.set()
        child.join()

# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# platforms = ["windows"]
# reason = "elsewhere interrupt() sends the child a signal"
# reason-zh = "在其他系统上，interrupt() 会向子进程发送信号"
# ///
