from multiprocessing import Pool


class BadLine(Exception):
    def __init__(self, number, text):
        super().__init__(f"line {number}: {text}")


def parse(number):
    raise BadLine(number, "no equals sign")


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(parse, (7,))
        except BadLine as error:
            print("BadLine:", error)
