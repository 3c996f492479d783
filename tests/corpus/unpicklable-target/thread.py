# prints hi
from threading import Thread

if __name__ == "__main__":
    thread = Thread(target=lambda: print("hi"))
    thread.start()
    thread.join()
