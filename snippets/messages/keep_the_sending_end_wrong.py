from multiprocessing import Event, Pipe, Process
from multiprocessing.connection import wait


def consume(name, closed, receiver, *kept):
    closed.wait()
    if wait([receiver], timeout=1):
        try:
            receiver.recv()
        except EOFError:
            print(f"{name}: end of the stream", flush=True)
    else:
        print(f"{name}: no end after 1 s", flush=True)


def try_with(name, give_both):
    receiver, sender = Pipe(duplex=False)
    closed = Event()
    ends = (receiver, sender) if give_both else (receiver,)
    consumer = Process(target=consume, args=(name, closed, *ends))
    consumer.start()
    receiver.close()
    sender.close()
    closed.set()
    consumer.join()


if __name__ == "__main__":
    try_with("given both ends", True)
    try_with("given one end", False)
