# prints level 2
from multiprocessing import Pool


def work(n):
    return f"level {level}"


if __name__ == "__main__":
    level = 2
    with Pool(1) as pool:
        print(*pool.map(work, [0]))
