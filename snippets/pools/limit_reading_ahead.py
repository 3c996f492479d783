import threading
from collections import deque
from multiprocessing import Event, Pool


def set_up(event):
    global go_on
    go_on = event


def work(number):
    go_on.wait()
    return number * number


def read_all(at_end):
    yield from range(50)
    at_end.set()


def read_aloud():
    for number in range(5):
        print("reads", number)
        yield number


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=set_up, initargs=(event,)) as pool:
        at_end = threading.Event()
        results = pool.imap(work, read_all(at_end))
        print("imap: all read, no result yet:", at_end.wait(60))
        event.set()
        print("imap: sum", sum(results))

        pending = deque()
        for number in read_aloud():
            pending.append(pool.apply_async(work, (number,)))
            if len(pending) == 3:
                print("  result", pending.popleft().get())
        for result in pending:
            print("  result", result.get())
