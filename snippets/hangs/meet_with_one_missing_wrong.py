from multiprocessing import Barrier, Process


def meet(barrier):
    barrier.wait()
    print("all are there", flush=True)


if __name__ == "__main__":
    barrier = Barrier(3)  # and two children
    children = [Process(target=meet, args=(barrier,)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
