from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def work(name, sender):
    for step in (1, 2):
        sender.send(f"{name} did step {step}")


if __name__ == "__main__":
    receivers = []
    for name in ("alpha", "beta"):
        receiver, sender = Pipe(duplex=False)
        Process(target=work, args=(name, sender)).start()
        sender.close()
        receivers.append(receiver)
    while receivers:
        for receiver in wait(receivers):
            try:
                print(receiver.recv())
            except EOFError:
                receivers.remove(receiver)
    print("no more messages")
