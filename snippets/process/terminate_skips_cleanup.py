import atexit
import time
from multiprocessing import Pipe, Process


def work(connection):
    atexit.register(print, "child: exit handler")
    try:
        print("child: flushed line", flush=True)
        print("child: buffered line")
        connection.send("working")
        time.sleep(30)
        print("child: finished")
    finally:
        print("child: finally", flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(sender,))
    process.start()
    receiver.recv()
    process.terminate()
    process.join()
    print("exit code", process.exitcode)
