from multiprocessing import Pipe, Process


def multiply(a, b, result):
    result.send(a * b)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=multiply, args=(3, 5, sender))
    child.start()
    sender.close()
    quotient = 5 / 6
    print(receiver.recv() + quotient)
    child.join()
