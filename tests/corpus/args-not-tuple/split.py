# prints a b
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=("a b").split())
    process.start()
    process.join()
