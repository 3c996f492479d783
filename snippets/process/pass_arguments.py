from multiprocessing import Process


def report(name, *, times):
    print(name, "ran", times, "times", flush=True)


if __name__ == "__main__":
    child = Process(target=report, args=("Ada",), kwargs={"times": 3})
    child.start()
    child.join()
