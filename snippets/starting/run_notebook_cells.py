import subprocess
import sys
from multiprocessing import get_start_method
from tempfile import TemporaryDirectory

KERNEL = """\
import sys
for cell in sys.stdin.read().split("In [ ]:"):
    try:
        exec(cell)
    except Exception as error:
        print(type(error).__name__)
"""
CELLS = """\
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
multiprocessing.set_start_method("{method}")
def square(x): return x * x
In [ ]:
with ProcessPoolExecutor(1) as executor:
    print("defined in a cell:", *executor.map(square, [3, 4]))
In [ ]:
with open("tasks.py", "w") as file:
    file.write("def square(x): return x * x")
from tasks import square
In [ ]:
with ProcessPoolExecutor(1) as executor:
    print("imported:", *executor.map(square, [3, 4]))
"""

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", KERNEL],
            input=CELLS.format(method=get_start_method()),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=50,
        )
    print(done.stdout, end="")
    for line in done.stderr.splitlines():
        if "Error" in line:
            print("worker:", line)
