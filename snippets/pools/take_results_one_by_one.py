from multiprocessing import Event, Pool, TimeoutError


def set_up(event):
    global go_on
    go_on = event


def work(number):
    if number == 0:
        go_on.wait()
    return number


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=set_up, initargs=(event,)) as pool:
        results = pool.imap_unordered(work, range(3))
        print("imap_unordered:", next(results), next(results))
        event.set()
        print("imap_unordered:", next(results))

        event.clear()
        results = pool.imap(work, range(3))
        try:
            results.next(timeout=0.2)
        except TimeoutError:
            print("imap: 0 is not ready, so there is nothing yet")
        event.set()
        print("imap:", *results)
