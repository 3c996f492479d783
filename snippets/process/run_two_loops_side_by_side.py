import time
from multiprocessing import Process


def count(who, seconds):
    for number in range(4):
        print(who, number, flush=True)
        time.sleep(seconds)


class Counter(Process):
    def run(self):
        count("child", 0.05)


if __name__ == "__main__":
    counter = Counter()
    counter.start()
    count("parent", 0.1)
    counter.join()
    print("both have finished")
