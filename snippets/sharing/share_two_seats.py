from multiprocessing import Process, Semaphore


def visit(seats, seated, leave):
    with seats:
        print("a guest sits down", flush=True)
        seated.release()
        leave.acquire()
        print("a guest gets up", flush=True)


if __name__ == "__main__":
    seats = Semaphore(2)
    seated = Semaphore(0)
    leave = Semaphore(0)
    arguments = (seats, seated, leave)
    guests = [Process(target=visit, args=arguments) for _ in range(4)]
    for guest in guests:
        guest.start()

    seated.acquire()
    seated.acquire()
    print("both seats are taken, two guests wait", flush=True)
    for _ in range(2):
        leave.release()
        seated.acquire()
    print("nobody waits any more", flush=True)
    for _ in range(2):
        leave.release()
    for guest in guests:
        guest.join()
    print("the room is empty")
