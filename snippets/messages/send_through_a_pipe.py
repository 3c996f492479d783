from multiprocessing import Pipe, Process
from threading import Lock


def report(sender):
    sender.send({"host": "alpha", "load": [0.5, 0.25]})
    sender.send(("done", None))
    sender.close()


def attempt(call, *arguments):
    try:
        call(*arguments)
    except (OSError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=report, args=(sender,))
    process.start()
    print(receiver.recv())
    print(receiver.recv())
    process.join()
    attempt(receiver.send, "hello")
    attempt(sender.recv)
    attempt(sender.send, Lock())
