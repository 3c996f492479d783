import subprocess
import sys
from multiprocessing import get_start_method

TYPED = """\
from multiprocessing import Process, set_start_method
set_start_method("{method}")
def greet(name):
    print("Hello,", name, flush=True)

child = Process(target=greet, args=("Ada",))
child.start()
child.join()
child.exitcode
"""

if __name__ == "__main__":
    typed = TYPED.format(method=get_start_method())
    done = subprocess.run(
        [sys.executable, "-q", "-i"],
        input=typed,
        capture_output=True,
        text=True,
        timeout=50,
    )
    print(done.stdout, end="")
    for line in done.stderr.splitlines():
        if "Error" in line:
            print(line)
