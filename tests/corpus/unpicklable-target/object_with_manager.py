# prints 1
from multiprocessing import Manager, Process


class Active:
    def __init__(self, manager):
        self.names = manager.list()


def work(active):
    active.names.append("child")


if __name__ == "__main__":
    manager = Manager()
    active = Active(manager)
    process = Process(target=work, args=(active,))
    process.start()
    process.join()
    print(len(active.names))
