import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = "from multiprocessing import Process\n"

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mine = folder / "multiprocessing.py"
        mine.write_text("print('not the library')\n", encoding="utf-8")
        program = folder / "program.py"
        program.write_text(PROGRAM, encoding="utf-8")
        result = subprocess.run(
            [sys.executable, "-E", program],
            capture_output=True,
            text=True,
        )
    print(result.stdout, end="")
    print(result.stderr.splitlines()[-1])
