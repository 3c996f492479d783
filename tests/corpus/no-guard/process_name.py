# prints hello
from multiprocessing import Process


def work():
    print("hello")


if __name__ not in ("__mp_main__", "other"):
    process = Process(target=work)
    process.start()
    process.join()
