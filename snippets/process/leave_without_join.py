import os
from multiprocessing import Pipe, Process


def work(receiver):
    receiver.recv()
    print(f"child {os.getpid()}: still at work", flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=work, args=(receiver,))
    child.start()
    print(f"parent {os.getpid()}: last line of the program", flush=True)
    sender.send("go on")
