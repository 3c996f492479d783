# prints 0 1 2
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=(n for n in range(3)))
    process.start()
    process.join()
