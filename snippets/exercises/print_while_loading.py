# --8<-- [start:program]
from multiprocessing import Process

print("loading as", __name__, flush=True)


def greet(name):
    print("hello", name)


if __name__ == "__main__":
    for name in ("Ada", "Alan"):
        child = Process(target=greet, args=(name,))
        child.start()
        child.join()
# --8<-- [end:program]
