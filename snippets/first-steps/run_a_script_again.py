import os
import subprocess
import sys

SCRIPT = """
import os
print(os.getpid(), "started by", os.getppid())
"""

if __name__ == "__main__":
    print("this process:", os.getpid(), flush=True)
    for _ in range(2):
        subprocess.run([sys.executable, "-c", SCRIPT], check=True)
