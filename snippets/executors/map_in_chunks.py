import os
from concurrent.futures import ProcessPoolExecutor


def who(number):
    return os.getpid()


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        pids = list(executor.map(who, range(6), chunksize=3))
    print("0, 1, 2 in one worker:", len(set(pids[:3])) == 1)
    print("3, 4, 5 in one worker:", len(set(pids[3:])) == 1)
