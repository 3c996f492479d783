import multiprocessing


def work():
    pass


if __name__ == "__main__":
    multiprocessing.set_start_method("fork", force=True)
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
