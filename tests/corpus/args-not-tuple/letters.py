# prints x y z
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=tuple("xyz"))
    process.start()
    process.join()
