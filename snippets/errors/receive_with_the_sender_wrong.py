from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    sender.send("question")
    print("answer:", sender.recv())
