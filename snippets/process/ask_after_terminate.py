import time
from multiprocessing import Process


def work():
    time.sleep(30)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    print("before terminate:", process.is_alive())
    process.terminate()
    print("right after terminate:", process.is_alive())
    process.join()
    print("after join:", process.is_alive())
