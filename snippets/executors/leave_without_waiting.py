from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global main_is_done
    main_is_done = event


def square(number):
    main_is_done.wait()
    print("task", number, flush=True)
    return number * number


if __name__ == "__main__":
    event = Event()
    executor = ProcessPoolExecutor(
        1, initializer=prepare, initargs=(event,)
    )
    for number in range(4):
        executor.submit(square, number)
    print("end of the main program", flush=True)
    event.set()
