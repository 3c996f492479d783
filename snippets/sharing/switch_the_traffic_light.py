import time
from multiprocessing import Event, Process, Semaphore


def switch(light, closing):
    while not closing.wait(0.3):
        if light.is_set():
            light.clear()
        else:
            light.set()


def drive(number, light, stopped):
    print(f"car {number}: red, waits", flush=True)
    stopped.release()
    while True:
        light.wait()
        time.sleep(0.1)
        if light.is_set():
            break
    print(f"car {number}: green, drives", flush=True)


if __name__ == "__main__":
    light, closing = Event(), Event()
    stopped = Semaphore(0)
    cars = [
        Process(target=drive, args=(number, light, stopped))
        for number in (1, 2)
    ]
    for car in cars:
        car.start()
    for _ in cars:
        stopped.acquire()
    switcher = Process(target=switch, args=(light, closing))
    switcher.start()
    for car in cars:
        car.join()
    closing.set()
    switcher.join()
    print("light: ended with exit code", switcher.exitcode)
