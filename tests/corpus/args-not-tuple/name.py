# prints 1 2
from multiprocessing import Process

if __name__ == "__main__":
    pair = (1, 2)
    process = Process(target=print, args=(pair))
    process.start()
    process.join()
