# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# reason = "locked() was added in Python 3.14"
# reason-zh = "locked() 是 Python 3.14 新增的"
# ///
from multiprocessing import Lock, RLock

if __name__ == "__main__":
    for lock in Lock(), RLock():
        before = lock.locked()
        with lock:
            print(before, lock.locked())
