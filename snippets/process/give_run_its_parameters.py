import os
from multiprocessing import Process


class Greeter(Process):
    def __init__(self, greeting, *people):
        super().__init__()
        self.greeting = greeting
        self.people = people

    def run(self):
        for person in self.people:
            print(f"{os.getpid()}: {self.greeting}, {person}")


if __name__ == "__main__":
    greeter = Greeter("Good morning", "Ada", "Grace")
    greeter.start()
    greeter.join()
