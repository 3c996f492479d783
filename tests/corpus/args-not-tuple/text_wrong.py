# prints abc
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=("abc"))
    process.start()
    process.join()
