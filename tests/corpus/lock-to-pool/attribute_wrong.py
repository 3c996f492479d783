# prints 1
import multiprocessing as mp


class Job:
    def __init__(self):
        self.lock = mp.Lock()

    def work(self, n):
        with self.lock:
            return n


if __name__ == "__main__":
    with mp.Pool(1) as pool:
        print(*pool.map(Job().work, [1]))
