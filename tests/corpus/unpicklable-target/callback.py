# prints 4
from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(square, (2,), callback=lambda n: None)
        print(result.get())
