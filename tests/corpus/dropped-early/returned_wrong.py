# prints hi
from multiprocessing import Event, Process


def work(event):
    event.set()
    print("hi")


def start():
    event = Event()
    process = Process(target=work, args=(event,))
    process.start()
    return [process]


if __name__ == "__main__":
    for process in start():
        process.join()
