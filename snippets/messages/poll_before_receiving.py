from multiprocessing import Event, Pipe, Process


def work(sender, go):
    go.wait()
    sender.send("result")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    go = Event()
    process = Process(target=work, args=(sender, go))
    process.start()
    sender.close()
    print("at once:", receiver.poll())
    print("within 0.2 s:", receiver.poll(0.2))
    go.set()
    print("however long it takes:", receiver.poll(None))
    print("received", receiver.recv())
    process.join()
    try:
        print("at the end:", receiver.poll())
        receiver.recv()
    except (EOFError, BrokenPipeError) as error:
        print(type(error).__name__)
