from multiprocessing import Event, Process


def work(started, stop):
    started.set()
    stop.wait()


if __name__ == "__main__":
    started, stop = Event(), Event()
    child = Process(target=work, args=(started, stop))
    child.start()
    started.wait()
    # the end of the program; nobody has called stop.set()
