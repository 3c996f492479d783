# prints [1]
import multiprocessing as mp


class Job:
    def inner(self, n):
        return n

    def outer(self, n):
        with mp.Pool(1) as pool:
            return pool.apply(self.inner, (n,))


if __name__ == "__main__":
    with mp.Pool(1) as pool:
        print(pool.map(Job().outer, [1]))
