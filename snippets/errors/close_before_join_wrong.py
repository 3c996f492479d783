from multiprocessing import Pipe, Process

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=receiver.recv)
    child.start()
    try:
        child.close()
    finally:
        sender.send("you may end")
        child.join()
