from multiprocessing import Barrier, Lock, Process


def pay(cash, book, both):
    with cash:
        both.wait()  # now each process holds one lock
        with book:
            print("paid")


def check(cash, book, both):
    with book:
        both.wait()
        with cash:
            print("checked")


if __name__ == "__main__":
    shared = (Lock(), Lock(), Barrier(2))
    payer = Process(target=pay, args=shared)
    checker = Process(target=check, args=shared)
    payer.start()
    checker.start()
    payer.join()
    checker.join()
