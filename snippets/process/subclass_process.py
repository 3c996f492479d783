import os
from multiprocessing import Process


class Greeter(Process):
    def run(self):
        print(f"child {os.getpid()}: hello from run()")


if __name__ == "__main__":
    print(f"parent {os.getpid()}", flush=True)
    greeter = Greeter()
    greeter.start()
    greeter.join()
