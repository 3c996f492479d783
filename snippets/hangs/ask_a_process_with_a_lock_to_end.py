from multiprocessing import Event, Lock, Process


def work(lock, holding, stop):
    with lock:
        holding.set()
        stop.wait(60)


if __name__ == "__main__":
    lock, holding, stop = Lock(), Event(), Event()
    child = Process(target=work, args=(lock, holding, stop))
    child.start()
    holding.wait()
    stop.set()
    child.join()
    with lock:
        print("the parent's turn")
