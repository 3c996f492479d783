from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        squares = pool.imap_unordered(
            square, range(20_000), chunksize=1_000
        )
        print(sum(squares))
