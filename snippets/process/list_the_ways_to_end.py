from multiprocessing import Process
from multiprocessing.pool import Pool

NAMES = ("interrupt", "terminate", "kill", "terminal")

if __name__ == "__main__":
    for kind in (Process, Pool):
        found = [name for name in NAMES if hasattr(kind, name)]
        print(kind.__name__, found)
