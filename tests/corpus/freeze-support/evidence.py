# prints hi
# not by a run: what it does can be seen in a frozen program only
import sys
from multiprocessing import Process, freeze_support
from pathlib import Path

here = Path(getattr(sys, "_MEIPASS", "."))


def work():
    print("hi")


if __name__ == "__main__":
    freeze_support()
    process = Process(target=work)
    process.start()
    process.join()
