from multiprocessing import Pool


def make_generator():
    return (number for number in range(3))


if __name__ == "__main__":
    with Pool(1) as pool:
        for function in (lambda: 3, make_generator):
            result = pool.apply_async(function)
            try:
                result.get()
            except Exception as error:
                print(f"{type(error).__name__}: {error}")
        print("the pool still works:", pool.apply(abs, (-3,)))
