from multiprocessing import Pipe, Process

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=receiver.recv)
    process.start()
    try:
        process.close()
    finally:
        sender.send("you may end")
        process.join()
