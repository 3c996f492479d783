# prints hello
from multiprocessing import Process


def work():
    print("hello")


class Program:
    def run(self):
        process = Process(target=work)
        process.start()
        process.join()


if __name__ == "__main__":
    Program().run()
