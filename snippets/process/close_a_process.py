from multiprocessing import Event, Process


def attempt(action):
    try:
        print(action())
    except ValueError as error:
        print("ValueError:", error)


if __name__ == "__main__":
    finish = Event()
    process = Process(target=finish.wait)
    process.start()
    attempt(process.close)
    finish.set()
    process.join()
    attempt(process.close)
    attempt(process.is_alive)
    attempt(lambda: process.exitcode)
    attempt(lambda: process.name)
