# prints 12
from multiprocessing import Process

if __name__ == "__main__":
    number = 12
    process = Process(target=print, args=(number))
    process.start()
    process.join()
