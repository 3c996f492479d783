from multiprocessing import Pipe, Process


def consume(receiver):
    try:
        while True:
            receiver.recv()
    except EOFError:
        print("nothing more to come", flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    consumer = Process(target=consume, args=(receiver,))
    consumer.start()
    sender.send("the only item")
    consumer.join()
    print("exit code:", consumer.exitcode)
