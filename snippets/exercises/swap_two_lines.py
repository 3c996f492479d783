# --8<-- [start:program]
from multiprocessing import Process


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    first = Process(target=say, args=("first child",))
    first.start()
    first.join()
    print("first was joined", flush=True)
    second = Process(target=say, args=("second child",))
    second.start()
    print("second was started", flush=True)
    second.join()
    print("second was joined")
# --8<-- [end:program]
