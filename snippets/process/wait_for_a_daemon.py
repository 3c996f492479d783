import time
from multiprocessing import Process


def work():
    print("daemon: start", flush=True)
    time.sleep(0.2)
    print("daemon: end", flush=True)


if __name__ == "__main__":
    process = Process(target=work, daemon=True)
    process.start()
    process.join()
    print("parent: last line")
