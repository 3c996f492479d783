# prints hi
from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=lambda: print("hi"))
    process.start()
    process.join()
