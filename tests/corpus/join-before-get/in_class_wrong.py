# prints 300000
# seconds 6
import multiprocessing as mp


class Reader:
    def __init__(self):
        self.results = mp.Queue()
        self.process = mp.Process(target=read, args=(self.results,))

    def run(self):
        self.process.start()
        self.process.join()
        return self.results.get()


def read(results):
    results.put(list(range(300_000)))


if __name__ == "__main__":
    print(len(Reader().run()))
