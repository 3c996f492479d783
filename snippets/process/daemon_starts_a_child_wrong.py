import subprocess
import sys
from multiprocessing import Process


def work():
    subprocess.run([sys.executable, "-c", "print('subprocess: fine')"])
    child = Process(target=print, args=("never printed",))
    print("daemon: inherited", child.daemon, flush=True)
    child.start()


if __name__ == "__main__":
    process = Process(target=work, daemon=True)
    process.start()
    process.join()
    print("exit code", process.exitcode)
