from multiprocessing import Pipe

if __name__ == "__main__":
    sender, receiver = Pipe(duplex=False)
    sender.send("hello")
