from multiprocessing import Pool, Value


def work(total, number):
    with total:
        total.value += number


if __name__ == "__main__":
    total = Value("i", 0)
    with Pool(1) as pool:
        pool.apply(work, (total, 3))
    print(total.value)
