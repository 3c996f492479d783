import time
from multiprocessing import Pipe, Process


class Task(Process):
    def __init__(self, function, *args):
        super().__init__()
        self.function = function
        self.args = args
        self.receiver, self.sender = Pipe(duplex=False)

    def run(self):
        self.sender.send(self.function(*self.args))


def square(number):
    time.sleep(0.1)
    return number * number


if __name__ == "__main__":
    task = Task(square, 7)
    task.start()
    task.sender.close()
    print("result:", task.receiver.recv())
    task.join()
