# prints 1
from multiprocessing import Manager, Process


class Active:
    def __init__(self):
        self.manager = Manager()
        self.names = self.manager.list()


def work(active):
    active.names.append("child")


if __name__ == "__main__":
    active = Active()
    process = Process(target=work, args=(active,))
    process.start()
    process.join()
    print(len(active.names))
