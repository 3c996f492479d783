from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    with sender:
        sender.send("first")
    print("received", receiver.recv())
    sender.send("second")
