import decimal
import gc
import logging
import sys
import threading
import warnings
from contextvars import ContextVar
from multiprocessing import Process

user = ContextVar("user", default="nobody")
local = threading.local()


def look():
    rows = {
        "context variable": user.get() == "ann",
        "thread-local": hasattr(local, "user"),
        "decimal context": decimal.getcontext().prec == 5,
        "logging": bool(logging.root.handlers)
        and logging.root.level == logging.INFO,
        "warnings filter": warnings.filters[0][0] == "error",
        "recursion limit": sys.getrecursionlimit() == 2000,
        "switch interval": sys.getswitchinterval() == 0.5,
        "garbage collector": not gc.isenabled(),
        "excepthook": sys.excepthook is print,
    }
    for name, kept in rows.items():
        print(f"{name}: {'as in the parent' if kept else 'reset'}")


if __name__ == "__main__":
    user.set("ann")
    local.user = "ann"
    decimal.getcontext().prec = 5
    logging.basicConfig(level=logging.INFO)
    warnings.simplefilter("error", UserWarning)
    sys.setrecursionlimit(2000)
    sys.setswitchinterval(0.5)
    gc.disable()
    sys.excepthook = print
    child = Process(target=look)
    child.start()
    child.join()
