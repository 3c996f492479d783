from multiprocessing import Process


class NoRun(Process):
    pass


def work():
    print("target called", flush=True)


if __name__ == "__main__":
    for child in Process(), NoRun(), NoRun(target=work):
        child.start()
        child.join()
        print("exit code", child.exitcode, flush=True)
