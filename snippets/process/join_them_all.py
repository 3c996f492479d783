import time
from multiprocessing import Process


def work(number):
    print(f"{number} begins", flush=True)
    time.sleep(0.2)
    print(f"{number} ends", flush=True)


if __name__ == "__main__":
    children = []
    for number in range(3):
        child = Process(target=work, args=(number,))
        child.start()
        children.append(child)
    for child in children:
        child.join()
    print("all three have ended")
