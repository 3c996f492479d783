# prints hello
class Process:
    def __init__(self, target):
        self.target = target

    def start(self):
        self.target()


def work():
    print("hello")


Process(target=work).start()
