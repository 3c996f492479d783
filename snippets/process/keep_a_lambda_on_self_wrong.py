import pickle
from multiprocessing import Process


class Task(Process):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def run(self):
        print("result:", self.function(7))


if __name__ == "__main__":
    task = Task(lambda number: number * number)
    try:
        task.start()
    except pickle.PicklingError as error:
        print("PicklingError:", error)
    else:
        task.join()
