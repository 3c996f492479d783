from multiprocessing import Pipe, Process

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=receiver.recv)
    child.start()
    sender.send("you may end")
    child.join()
    exit_code = child.exitcode
    child.close()
    print("closed, exit code", exit_code)
