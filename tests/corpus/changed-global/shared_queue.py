# prints 7
from multiprocessing import Pool, Queue

results = None


def setup(given):
    global results
    results = given


def work(number):
    results.put(number)


def main():
    setup(Queue())
    with Pool(1, setup, (results,)) as pool:
        pool.map(work, [7])
        print(results.get())


if __name__ == "__main__":
    main()
