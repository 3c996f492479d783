from functools import partial
from multiprocessing import Process


def show(text, times):
    print("child prints", " ".join([text] * times))


class Show:
    def __init__(self, text):
        self.text = text

    def __call__(self):
        print("child calls an object with", self.text)


def run(target):
    child = Process(target=target)
    child.start()
    child.join()


if __name__ == "__main__":
    run(partial(show, "hello", times=2))
    run(Show("hello"))
