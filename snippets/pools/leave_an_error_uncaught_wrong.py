from multiprocessing import Pool


def parse(text):
    return int(text)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(parse, ["3", "three", "4"]))
