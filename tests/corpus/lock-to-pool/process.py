# prints 1
from multiprocessing import Event, Process


def work(event):
    event.set()
    print(1)


if __name__ == "__main__":
    event = Event()
    process = Process(target=work, args=(event,))
    process.start()
    event.wait()
    process.join()
