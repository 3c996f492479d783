import threading
from multiprocessing import Pool, TimeoutError


class Good(Exception):
    def __init__(self, line, text):
        super().__init__(line, text)


class Bad(Exception):
    def __init__(self, line, text):
        super().__init__(f"line {line}: {text}")


def fail(kind):
    raise kind(7, "no number")


if __name__ == "__main__":
    pool = Pool(1)
    (receiver,) = (
        thread
        for thread in threading.enumerate()
        if "_handle_results" in thread.name
    )
    try:
        pool.apply(fail, (Good,))
    except Good as error:
        print("Good:", error.args)

    result = pool.apply_async(fail, (Bad,))
    receiver.join()
    try:
        result.get(timeout=0.2)
    except TimeoutError:
        print("Bad: no result")
    try:
        pool.terminate()
    except AssertionError:
        print("terminate(): AssertionError")
