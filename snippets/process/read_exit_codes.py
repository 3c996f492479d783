import os
import signal
import sys
from multiprocessing import Process


def return_normally():
    return 42


def raise_an_error():
    raise ValueError("no such file")


def signal_itself():
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    for target, args in [
        (return_normally, ()),
        (sys.exit, ()),
        (sys.exit, (3,)),
        (sys.exit, (256,)),
        (sys.exit, ("disk full",)),
        (raise_an_error, ()),
        (os._exit, (7,)),
        (signal_itself, ()),
    ]:
        process = Process(target=target, args=args)
        process.start()
        process.join()
        call = f"{target.__name__}({', '.join(map(repr, args))})"
        print(f"{call:20}", process.exitcode)
