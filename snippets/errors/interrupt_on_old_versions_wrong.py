from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=print)
    child.interrupt()

# /// script
# requires-python = "<3.14"
# [tool.spawnsafe]
# reason = "interrupt() is new in Python 3.14"
# reason-zh = "interrupt() 是 Python 3.14 新增的"
# ///
