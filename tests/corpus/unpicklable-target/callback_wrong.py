# prints 4
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(lambda n: n * n, (2,))
        print(result.get())
