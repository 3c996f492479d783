from multiprocessing import Pipe, Process


def consume(receiver, sender):
    sender.close()  # this side only receives
    with receiver:
        while True:
            try:
                item = receiver.recv()
            except EOFError:
                break
            print("received", item, flush=True)
    print("nothing more to come", flush=True)


def produce(sender, items):
    with sender:
        for item in items:
            sender.send(item)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    ends = (receiver, sender)
    consumer = Process(target=consume, args=ends)
    consumer.start()
    receiver.close()  # this side only sends
    produce(sender, (number * number for number in range(4)))
    consumer.join()
    print("consumer has ended")
