import atexit
import os
from multiprocessing import Process


def say(what):
    print(f"{what}: {os.getpid()}", flush=True)


atexit.register(say, "handler of the module")


def work():
    atexit.register(say, "handler of the target")
    try:
        say("target")
    finally:
        say("finally")


if __name__ == "__main__":
    atexit.register(say, "handler of the guard")
    say("main process")
    child = Process(target=work)
    child.start()
    child.join()
