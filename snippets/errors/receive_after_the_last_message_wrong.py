from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    sender.send("only message")
    sender.close()
    while True:
        print("received", receiver.recv())
