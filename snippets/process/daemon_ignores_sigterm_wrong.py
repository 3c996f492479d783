import signal
import time
from multiprocessing import Pipe, Process


def work(connection):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.send("started")
    time.sleep(1)
    print("daemon: end")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    Process(target=work, args=(sender,), daemon=True).start()
    receiver.recv()
    print("parent: last line", flush=True)
