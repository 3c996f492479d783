from multiprocessing import Process


class Task(Process):
    result = None

    def __init__(self, function, *args):
        super().__init__()
        self.function = function
        self.args = args

    def run(self):
        self.result = self.function(*self.args)
        print("in the child:", self.result, flush=True)


def square(number):
    return number * number


if __name__ == "__main__":
    task = Task(square, 7)
    task.start()
    task.join()
    print("in the parent:", task.result)
