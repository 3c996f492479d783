from multiprocessing import Pool


def invert(number):
    return 1 / number


if __name__ == "__main__":
    numbers = (2, 0, 4)
    with Pool(1) as pool:
        results = [pool.apply_async(invert, (n,)) for n in numbers]
        for number, result in zip(numbers, results, strict=True):
            try:
                print(number, "->", result.get())
            except ZeroDivisionError as error:
                print(number, "->", type(error).__name__)
