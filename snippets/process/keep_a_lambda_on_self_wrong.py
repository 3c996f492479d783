# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "on Windows the child is created before the instance is pickled, and outlives the failed program for a moment"
# reason-zh = "Windows 上先创建子进程、后序列化，失败的子进程会比程序多活片刻"
# ///
import pickle
from multiprocessing import Process


class Task(Process):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def run(self):
        print("result:", self.function(7))


if __name__ == "__main__":
    task = Task(lambda number: number * number)
    try:
        task.start()
    except pickle.PicklingError as error:
        print("PicklingError:", error)
    else:
        task.join()
