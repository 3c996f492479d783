from multiprocessing import Process


def work():
    print("worker done", flush=True)


def watch(alive):
    print("alive:", alive)


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
    watcher = Process(target=watch, args=(worker.is_alive(),))
    watcher.start()
    watcher.join()
