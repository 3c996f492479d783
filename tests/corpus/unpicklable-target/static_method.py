# prints 3
from multiprocessing import Pool


class Sums:
    @staticmethod
    def add(a, b):
        return a + b

    @classmethod
    def add_all(cls, pairs):
        with Pool(1) as pool:
            return pool.starmap(cls.add, pairs)


if __name__ == "__main__":
    print(*Sums.add_all([(1, 2)]))
