import time
from multiprocessing import Event, Process


def wait_for_the_pulse(pulse):
    while pulse.wait():
        pass
    print("wait() without a timeout: False", flush=True)


if __name__ == "__main__":
    pulse = Event()
    waiter = Process(target=wait_for_the_pulse, args=(pulse,))
    waiter.start()
    while waiter.is_alive():
        pulse.set()
        pulse.clear()
        time.sleep(0.05)
