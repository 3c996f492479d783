from multiprocessing import Event, Process
from multiprocessing.connection import wait


def work(finish):
    finish.wait()


if __name__ == "__main__":
    events = [Event(), Event(), Event()]
    running = {}
    for number, finish in enumerate(events):
        name = f"child {number}"
        child = Process(target=work, args=(finish,), name=name)
        child.start()
        running[child.sentinel] = child

    for number in (1, 2, 0):
        events[number].set()
        for sentinel in wait(running):
            child = running.pop(sentinel)
            child.join()
            print(child.name, "ended,", len(running), "still running")
