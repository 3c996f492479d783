# --8<-- [start:program]
from multiprocessing import Process

limit = 10


def show(given=limit):
    print("limit", limit, "given", given)


if __name__ == "__main__":
    limit = 20
    child = Process(target=show)
    child.start()
    child.join()
    show()
# --8<-- [end:program]
