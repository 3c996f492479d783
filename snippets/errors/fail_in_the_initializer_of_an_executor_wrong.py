from concurrent.futures import ProcessPoolExecutor


def set_up():
    raise OSError("no connection")


if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=set_up) as executor:
        print(executor.submit(abs, -3).result())
