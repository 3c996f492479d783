import signal
import sys
import time
from multiprocessing import Pipe, Process


def leave(signal_number, frame):
    sys.exit(0)


def work(connection):
    signal.signal(signal.SIGTERM, leave)
    try:
        connection.send("working")
        time.sleep(30)
    finally:
        print("child: cleaned up")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(sender,))
    process.start()
    receiver.recv()
    process.terminate()
    process.join()
    print("exit code", process.exitcode)
