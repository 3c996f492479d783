# /// script
# requires-python = "!=3.13.*"
# [tool.spawnsafe]
# reason = "under forkserver, the error in 3.13 depends on the patch release"
# reason-zh = "在 forkserver 下，3.13 的报错随补丁版本而异"
# ///
import subprocess
import sys
from multiprocessing import get_start_method

SCRIPT = """\
from multiprocessing import Process, set_start_method

def greet(name):
    print("Hello,", name, flush=True)

if __name__ == "__main__":
    set_start_method("{method}")
    child = Process(target=greet, args=("Ada",))
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
"""

if __name__ == "__main__":
    script = SCRIPT.format(method=get_start_method())
    for how in ("python", "python -c"):
        given = ["-c", script] if how == "python -c" else []
        done = subprocess.run(
            [sys.executable, *given],
            input="" if given else script,
            capture_output=True,
            text=True,
            timeout=25,
        )
        print(f"{how}:")
        print(done.stdout, end="")
        for line in done.stderr.splitlines()[-1:]:
            print(line)
