# Windows: no console, and under Wine a session of its own
import os
import subprocess
import sys
import time

subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(600)"],
    creationflags=subprocess.DETACHED_PROCESS,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
print("parent ends", flush=True)
time.sleep(0.5)
os._exit(0)
