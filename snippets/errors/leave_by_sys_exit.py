import sys
from multiprocessing import Lock

if __name__ == "__main__":
    lock = Lock()
    print("leaving in order")
    sys.exit(0)
