import subprocess
import sys
from multiprocessing import get_start_method

TYPED = """\
from multiprocessing import Process, set_start_method
from import_at_the_prompt import greet
set_start_method("{method}")
child = Process(target=greet, args=("Ada",))
child.start()
child.join()
child.exitcode
"""


def greet(name):
    print("Hello,", name, flush=True)


if __name__ == "__main__":
    typed = TYPED.format(method=get_start_method())
    done = subprocess.run(
        [sys.executable, "-q", "-i"],
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # prompts
        text=True,
        timeout=50,
    )
    print(done.stdout, end="")
