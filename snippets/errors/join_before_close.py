from multiprocessing import Pipe, Process

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=receiver.recv)
    process.start()
    sender.send("you may end")
    process.join()
    exit_code = process.exitcode
    process.close()
    print("closed, exit code", exit_code)
