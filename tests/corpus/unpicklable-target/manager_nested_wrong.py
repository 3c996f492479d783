# prints 7
from multiprocessing.managers import BaseManager


class Queues(BaseManager):
    pass


def start():
    def numbers():
        return [7]

    Queues.register("numbers", numbers)
    with Queues() as manager:
        print(manager.numbers().pop())


if __name__ == "__main__":
    start()
