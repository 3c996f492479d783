import sys
from multiprocessing import Pipe, Process


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def work(end, point):
    main = sys.modules["__main__"]
    print("name of the main module:", main.__name__)
    print("the class belongs to:", Point.__module__)
    print("received a Point:", isinstance(point, Point), flush=True)
    end.send(point)


if __name__ == "__main__":
    print("name of the main module:", __name__)
    print("the class belongs to:", Point.__module__, flush=True)
    end, other_end = Pipe()
    child = Process(target=work, args=(other_end, Point(2, 3)))
    child.start()
    print("got back a Point:", isinstance(end.recv(), Point))
    child.join()
