# prints hello
import multiprocessing as mp


def work():
    print("hello")


def launch():
    process = mp.Process(target=work)
    process.start()
    return process


def run_all():
    launch().join()


run_all()
