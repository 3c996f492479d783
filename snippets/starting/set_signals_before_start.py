import signal
from multiprocessing import Process

NAMES = {
    signal.SIG_IGN: "ignored",
    signal.SIG_DFL: "default",
    signal.default_int_handler: "default",
}


def handle(number, frame):
    pass


def report(child):
    for name in ("SIGTERM", "SIGINT", "SIGABRT"):
        handler = signal.getsignal(getattr(signal, name))
        print(f"{child}, {name}: {NAMES.get(handler, 'handler')}")


def start(name):
    child = Process(target=report, args=(name,))
    child.start()
    child.join()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start("first child")
    signal.signal(signal.SIGABRT, signal.SIG_IGN)
    start("second child")
