from multiprocessing import Pool


def make_adder(number):
    def add(other):
        return number + other

    return add


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply(make_adder, (3,))
