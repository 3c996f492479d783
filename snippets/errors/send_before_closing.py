from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    with sender:
        sender.send("first")
        sender.send("second")
    print("received", receiver.recv())
    print("received", receiver.recv())
