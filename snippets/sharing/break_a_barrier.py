from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def divide(divisor, meeting):
    try:
        quotient = 10 // divisor
    except ZeroDivisionError:
        meeting.abort()
        print(f"child {divisor}: failed, aborts", flush=True)
        return
    try:
        meeting.wait()
        print(f"child {divisor}: {quotient}", flush=True)
    except BrokenBarrierError:
        print(f"child {divisor}: broken barrier", flush=True)


if __name__ == "__main__":
    meeting = Barrier(2)
    children = [
        Process(target=divide, args=(divisor, meeting))
        for divisor in (5, 0)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("broken:", meeting.broken)

    meeting.reset()
    print("after reset(), broken:", meeting.broken)
    try:
        meeting.wait(0.2)
    except BrokenBarrierError as error:
        print("alone for 0.2 s:", repr(error))
    print("broken:", meeting.broken)
