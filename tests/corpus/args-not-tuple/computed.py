# prints 1 2
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=(1,) + (2,))
    process.start()
    process.join()
