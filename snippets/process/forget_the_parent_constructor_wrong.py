from multiprocessing import Process


class Greeter(Process):
    def __init__(self, person):
        self.person = person

    def run(self):
        print("hello", self.person)


if __name__ == "__main__":
    Greeter("Ada").start()
