# its parent lives long enough to be seen with it
import os
import subprocess
import sys
import time

subprocess.Popen(
    [sys.executable, "-S", "-c", "import time; time.sleep(600)"],
    env={},
    start_new_session=True,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
time.sleep(0.3)
os._exit(0)
