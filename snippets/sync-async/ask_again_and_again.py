import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def square(number):
    finish.wait()
    return number * number


if __name__ == "__main__":
    finish = Event()
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=(finish,)
    ) as executor:
        future = executor.submit(square, 7)
        for step in range(3):
            print("done:", future.done(), "- step", step)
        finish.set()
        while not future.done():
            time.sleep(0.01)  # or a piece of other work
        print("done:", future.done(), "- result", future.result())
