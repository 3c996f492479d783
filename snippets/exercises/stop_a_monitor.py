from multiprocessing import Event, Process


def monitor(running, stop):
    beats = 0
    while not stop.wait(0.05):
        beats += 1
        running.set()
    print("monitor stopped after a beat:", beats > 0)


if __name__ == "__main__":
    running, stop = Event(), Event()
    process = Process(target=monitor, args=(running, stop))
    process.start()
    running.wait()  # stands for the program's own work
    stop.set()
    process.join()
