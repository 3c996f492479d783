import os
from multiprocessing import Process


def report(number, color):
    seen = os.environ["COLOR"]
    print(f"child {number}: argument {color}, environment {seen}")


if __name__ == "__main__":
    for number, color in enumerate(("red", "green"), start=1):
        os.environ["COLOR"] = color
        child = Process(target=report, args=(number, color))
        child.start()
        child.join()
