from multiprocessing import Pool


class Shop:
    def __init__(self):
        self.pool = Pool(1)

    def double(self, price):
        return 2 * price

    def run(self):
        with self.pool:
            print(self.pool.map(self.double, [3, 5]))


if __name__ == "__main__":
    Shop().run()
