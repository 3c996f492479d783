# prints child
from multiprocessing import Process, parent_process


def work():
    print("parent" if parent_process() is None else "child")


TABLE = {"work": work}

if __name__ == "__main__":
    process = Process(target=TABLE.get("work"))
    process.start()
    process.join()
    other = Process(target=globals()["work"])
    assert not other.is_alive()
