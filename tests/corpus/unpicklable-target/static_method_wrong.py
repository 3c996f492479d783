# prints 3
from multiprocessing import Pool


class Sums:
    def __init__(self):
        self.pool = Pool(1)

    def add(self, a, b):
        return a + b

    def add_all(self, pairs):
        with self.pool:
            return self.pool.starmap(self.add, pairs)


if __name__ == "__main__":
    print(*Sums().add_all([(1, 2)]))
