# prints 300000
import multiprocessing as mp


class Reader:
    def __init__(self):
        self.results = mp.Queue()
        self.process = mp.Process(target=read, args=(self.results,))

    def run(self):
        self.process.start()
        numbers = self.results.get()
        self.process.join()
        return numbers


def read(results):
    results.put(list(range(300_000)))


if __name__ == "__main__":
    print(len(Reader().run()))
