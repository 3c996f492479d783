# prints 1
from multiprocessing import Event, Pool


def work(event):
    event.set()
    return 1


if __name__ == "__main__":
    event = Event()
    with Pool(1) as pool:
        print(pool.apply_async(work, (event,)).get())
