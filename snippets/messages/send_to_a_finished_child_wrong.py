from multiprocessing import Pipe, Process


def take_one(receiver):
    print("received", receiver.recv(), flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=take_one, args=(receiver,))
    process.start()
    sender.send("first")
    process.join()
    sender.send("second")
    print("sent, though the child has ended")
    receiver.close()
    sender.send("third")
