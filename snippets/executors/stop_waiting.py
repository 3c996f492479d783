from concurrent.futures import (
    FIRST_COMPLETED,
    ProcessPoolExecutor,
    as_completed,
    wait,
)
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def work():
    finish.wait()
    return "late, but complete"


if __name__ == "__main__":
    finish = Event()
    with ProcessPoolExecutor(
        2, initializer=prepare, initargs=(finish,)
    ) as executor:
        futures = [executor.submit(work), executor.submit(abs, -1)]
        done, not_done = wait(futures, return_when=FIRST_COMPLETED)
        print("wait():", len(done), "done,", len(not_done), "not")
        done, not_done = wait(futures, timeout=0.2)
        print("wait(0.2):", len(done), "done,", len(not_done), "not")
        try:
            futures[0].result(timeout=0.2)
        except TimeoutError as error:
            print("result():", repr(error))
        try:
            list(as_completed(futures, timeout=0.2))
        except TimeoutError as error:
            print("as_completed():", repr(error))
        finish.set()
        print(futures[0].result())
