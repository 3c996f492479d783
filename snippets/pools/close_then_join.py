from multiprocessing import Event, Pool


def set_up(event):
    global go
    go = event


def work(number):
    go.wait()
    print("task", number, "done", flush=True)


if __name__ == "__main__":
    go = Event()
    pool = Pool(1, initializer=set_up, initargs=(go,))
    for number in range(3):
        pool.apply_async(work, (number,))
    try:
        pool.join()
    except ValueError as error:
        print("join() before close():", error, flush=True)
    pool.close()
    try:
        pool.apply_async(work, (3,))
    except ValueError as error:
        print("apply_async() after close():", error, flush=True)
    go.set()
    pool.join()
    print("all tasks done, all workers ended")
