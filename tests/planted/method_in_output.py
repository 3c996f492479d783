import multiprocessing


def work():
    pass


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print(process._popen.method, process.exitcode)
