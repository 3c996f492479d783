from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def square(number):
    finish.wait()
    return number * number


def take(future):
    print("callback: result", future.result())


if __name__ == "__main__":
    finish = Event()
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=(finish,)
    ) as executor:
        future = executor.submit(square, 7)
        future.add_done_callback(take)
        for step in range(3):
            print("main: step", step)
        finish.set()
