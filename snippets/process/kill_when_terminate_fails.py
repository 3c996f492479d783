import signal
import time
from multiprocessing import Pipe, Process


def work(connection):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.send("working")
    time.sleep(30)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(sender,))
    process.start()
    receiver.recv()

    process.terminate()
    process.join(1)
    print("after terminate:", process.exitcode)

    process.kill()
    process.join()
    print("after kill:", process.exitcode)
