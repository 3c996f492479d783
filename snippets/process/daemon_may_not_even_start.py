import time
from multiprocessing import Process


def work():
    print("daemon: start", flush=True)
    time.sleep(30)
    print("daemon: end")


if __name__ == "__main__":
    process = Process(target=work, daemon=True)
    process.start()
    print("parent: last line")
