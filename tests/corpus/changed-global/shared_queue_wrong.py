# prints 7
# seconds 6
from multiprocessing import Pool, Queue

results = Queue()


def work(number):
    results.put(number)


def main():
    with Pool(1) as pool:
        pool.map(work, [7])
        print(results.get())


if __name__ == "__main__":
    main()
