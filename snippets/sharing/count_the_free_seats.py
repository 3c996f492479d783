from multiprocessing import BoundedSemaphore, Semaphore


def count_free(seats):
    taken = 0
    while seats.acquire(block=False):
        taken += 1
    for _ in range(taken):
        seats.release()
    return taken


if __name__ == "__main__":
    seats = Semaphore(3)
    print("free at first:", count_free(seats))
    for _ in range(3):
        seats.acquire()
        print("free after acquire():", count_free(seats))
    print("acquire(block=False):", seats.acquire(block=False))
    print("acquire(timeout=0.2):", seats.acquire(timeout=0.2))

    for _ in range(4):
        seats.release()
    print("free after 4 times release():", count_free(seats))

    door = BoundedSemaphore(1)
    with door:
        print("inside")
    try:
        door.release()
    except ValueError as error:
        print("ValueError:", error)
