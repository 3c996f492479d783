import time
from multiprocessing import Process


def work():
    time.sleep(0.2)


if __name__ == "__main__":
    process = Process(target=work)
    print("default:", process.daemon)
    process.daemon = True
    print("attribute:", process.daemon)
    print("keyword:", Process(target=work, daemon=True).daemon)
    process.start()
    process.daemon = False
