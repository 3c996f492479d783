from multiprocessing import Pool, Value


def set_up(shared_attempts):
    with shared_attempts.get_lock():
        shared_attempts.value += 1
        if shared_attempts.value < 3:
            raise OSError("not ready yet")


if __name__ == "__main__":
    attempts = Value("i", 0)
    with Pool(1, initializer=set_up, initargs=(attempts,)) as pool:
        print("result:", pool.apply(abs, (-3,)))
        print("workers started:", attempts.value)
