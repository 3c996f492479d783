from multiprocessing import Pipe, Process


def work(connection):
    print("child: start", flush=True)
    connection.recv()
    print("child: end")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(receiver,))
    process.start()
    print("parent: started", process.name)
    print("parent: last line", flush=True)
    sender.send("the last line is printed")
