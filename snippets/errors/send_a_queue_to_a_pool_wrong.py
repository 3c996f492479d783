from multiprocessing import Pool, Queue


def work(results, number):
    results.put(number * number)


if __name__ == "__main__":
    results = Queue()
    with Pool(1) as pool:
        pool.apply(work, (results, 3))
    print(results.get())
