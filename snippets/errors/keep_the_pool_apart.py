from multiprocessing import Pool


class Shop:
    def double(self, price):
        return 2 * price

    def run(self):
        with Pool(1) as pool:
            print(pool.map(self.double, [3, 5]))


if __name__ == "__main__":
    Shop().run()
