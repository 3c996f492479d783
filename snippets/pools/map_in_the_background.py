from multiprocessing import Event, Pool


def set_up(event):
    global go_on
    go_on = event


def square(number):
    go_on.wait()
    return number * number


def report(values):
    print("callback:", values)


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=set_up, initargs=(event,)) as pool:
        result = pool.map_async(square, range(4), callback=report)
        print("map_async has returned; ready:", result.ready())
        event.set()
        print("get:", result.get())
