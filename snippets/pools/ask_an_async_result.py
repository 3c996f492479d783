from multiprocessing import Event, Pool, TimeoutError


def set_up(event):
    global go_on
    go_on = event


def work():
    go_on.wait()
    return 42


if __name__ == "__main__":
    event = Event()
    with Pool(1, initializer=set_up, initargs=(event,)) as pool:
        result = pool.apply_async(work)
        print("ready:", result.ready())
        try:
            result.successful()
        except ValueError:
            print("successful: ValueError")
        print("wait:", result.wait(0.2))
        try:
            result.get(timeout=0.2)
        except TimeoutError:
            print("get: TimeoutError")

        event.set()
        print("get:", result.get(), result.get())
        print("ready:", result.ready())
        print("successful:", result.successful())
