# prints hi
import multiprocessing as mp


def work(gate):
    gate.release()
    print("hi")


class Group:
    def __init__(self):
        self.members = []

    def add(self):
        gate = mp.Semaphore(0)
        member = mp.Process(target=work, args=(gate,))
        member.start()
        self.members.append(member)

    def wait(self):
        for member in self.members:
            member.join()


if __name__ == "__main__":
    group = Group()
    group.add()
    group.wait()
