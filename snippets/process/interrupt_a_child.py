import time
from multiprocessing import Pipe, Process


def work(connection):
    try:
        connection.send("working")
        time.sleep(1.5)
    finally:
        print("child: cleaned up")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(sender,))
    process.start()
    receiver.recv()
    process.interrupt()
    process.join()
    print("exit code", process.exitcode)

# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# reason = "Process.interrupt() is new in Python 3.14"
# reason-zh = "Process.interrupt() 是 Python 3.14 新增的"
# ///
