# prints 1
from multiprocessing import Pipe, Pool


def work(connection):
    connection.send(1)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    with Pool(1) as pool:
        pool.apply(work, (sender,))
        print(receiver.recv())
