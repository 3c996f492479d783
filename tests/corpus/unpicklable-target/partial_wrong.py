# prints 6
from functools import partial
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(partial(lambda a, b: a * b, 2), (3,)))
