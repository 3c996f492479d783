# prints level 2
from multiprocessing import Pool


def set_up(chosen):
    global level
    level = chosen


def work(n):
    return f"level {level}"


if __name__ == "__main__":
    level = 2
    with Pool(1, initializer=set_up, initargs=(level,)) as pool:
        print(*pool.map(work, [0]))
