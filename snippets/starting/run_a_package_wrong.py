import subprocess
import sys
from multiprocessing import get_start_method
from pathlib import Path
from tempfile import TemporaryDirectory

TASKS = """\
def greet(name):
    print("Hello,", name, flush=True)
"""
START = """
from multiprocessing import Process, set_start_method
if __name__ == "__main__":
    set_start_method("{method}")
    child = Process(target=greet, args=("Ada",))
    child.start()
    child.join()
"""
IMPORT = "from tool.tasks import greet\n"


def run(folder, name):
    done = subprocess.run(
        [sys.executable, "-m", name],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=20,
    )
    lines = (done.stdout + done.stderr).splitlines()
    print(f"python -m {name}:", lines[-1])


if __name__ == "__main__":
    start = START.format(method=get_start_method())
    with TemporaryDirectory() as folder:
        package = Path(folder) / "tool"
        package.mkdir()
        files = {"tasks": TASKS, "one": TASKS + start}
        files["__main__"] = TASKS + start
        for name, text in files.items():
            (package / f"{name}.py").write_text(text, "utf-8")
        run(folder, "tool.one")
        run(folder, "tool")
        (package / "__main__.py").write_text(IMPORT + start, "utf-8")
        run(folder, "tool")
