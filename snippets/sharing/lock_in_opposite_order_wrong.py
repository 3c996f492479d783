from multiprocessing import Barrier, Lock, Process


def work(first, second, barrier):
    with first:
        barrier.wait()  # now each holds its first lock
        got = second.acquire(timeout=0.3)
        print("got the second lock:", got, flush=True)
        barrier.wait()  # both have tried


if __name__ == "__main__":
    a, b, barrier = Lock(), Lock(), Barrier(2)
    one = Process(target=work, args=(a, b, barrier))
    other = Process(target=work, args=(b, a, barrier))
    one.start()
    other.start()
    one.join()
    other.join()
