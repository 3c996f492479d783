# prints 6
# seconds 6
import multiprocessing


def double(n):
    return n * 2


pool = multiprocessing.Pool(1)
print(pool.apply(double, (3,)))
pool.close()
pool.join()
