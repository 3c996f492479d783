# --8<-- [start:program]
from multiprocessing import Pool


def invert(number):
    return 1 / number


if __name__ == "__main__":
    with Pool(1) as pool:
        for number in (2, 0, 4):
            pool.apply_async(invert, (number,))
        pool.close()
        pool.join()
    print("all inverted")
# --8<-- [end:program]
