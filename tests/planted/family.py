# prints the PID and the parent's PID of each process it is made of
import multiprocessing
import os
import subprocess
import sys

LOOK = "import os; print('shown', os.getpid(), os.getppid(), flush=True)"


def work(depth):
    exec(LOOK)
    if depth:
        process = multiprocessing.Process(target=work, args=(depth - 1,))
        process.start()
        process.join()


if __name__ == "__main__":
    work(2)
    subprocess.run([sys.executable, "-c", LOOK], check=True)
