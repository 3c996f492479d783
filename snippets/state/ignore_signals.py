import signal
from multiprocessing import Process


def handle(number, frame):
    raise SystemExit


def look():
    ignored = signal.SIG_IGN
    rows = {
        "ignored, before": signal.getsignal(signal.SIGABRT) is ignored,
        "ignored, after": signal.getsignal(signal.SIGTERM) is ignored,
        "handler": signal.getsignal(signal.SIGINT) is handle,
    }
    for name, kept in rows.items():
        print(f"{name}: {'as in the parent' if kept else 'reset'}")


if __name__ == "__main__":
    signal.signal(signal.SIGABRT, signal.SIG_IGN)
    first = Process(target=len, args=("",))
    first.start()
    first.join()

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, handle)
    child = Process(target=look)
    child.start()
    child.join()
