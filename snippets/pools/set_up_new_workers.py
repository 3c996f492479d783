from multiprocessing import Lock, Pool


def set_up(shared_lock, text):
    global lock, greeting, calls
    lock, greeting, calls = shared_lock, text, 0
    with lock:
        print("a worker is set up", flush=True)


def greet(name):
    global calls
    calls += 1
    with lock:
        print(f"{greeting}, {name}: call {calls}", flush=True)


if __name__ == "__main__":
    lock = Lock()
    with Pool(
        1,
        initializer=set_up,
        initargs=(lock, "Hello"),
        maxtasksperchild=2,
    ) as pool:
        for name in ("Ada", "Ben", "Cleo"):
            pool.apply(greet, (name,))
