from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier


def set_up(shared_barrier):
    global both
    both = shared_barrier


def meet(name):
    both.wait()
    return name


if __name__ == "__main__":
    barrier = Barrier(2)
    with ProcessPoolExecutor(
        2, initializer=set_up, initargs=(barrier,)
    ) as executor:
        print(list(executor.map(meet, ["one", "the other"])))
