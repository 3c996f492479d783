from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(*events):
    global map_returned, task_2_done
    map_returned, task_2_done = events


def square(number):
    if number == 0:
        map_returned.wait()
        task_2_done.wait()
    print("  done:", number, flush=True)
    if number == 2:
        task_2_done.set()
    return number * number


def numbers():
    for number in range(3):
        print("taken:", number, flush=True)
        yield number


if __name__ == "__main__":
    events = Event(), Event()
    with ProcessPoolExecutor(
        2, initializer=prepare, initargs=events
    ) as executor:
        results = executor.map(square, numbers())
        print("map() returned a", type(results).__name__, flush=True)
        events[0].set()
        for result in results:
            print("result:", result)
