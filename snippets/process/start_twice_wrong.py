from multiprocessing import Process


def work():
    print("child at work", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    child.start()
