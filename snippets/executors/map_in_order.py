from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global last_is_done
    last_is_done = event


def square(number):
    if number == 0:
        last_is_done.wait()
    print("  done:", number, flush=True)
    if number == 2:
        last_is_done.set()
    return number * number


def numbers():
    for number in range(3):
        print("taken:", number, flush=True)
        yield number


if __name__ == "__main__":
    event = Event()
    with ProcessPoolExecutor(2, None, prepare, (event,)) as executor:
        results = executor.map(square, numbers())
        print("map() returned a", type(results).__name__, flush=True)
        for result in results:
            print("result:", result)
