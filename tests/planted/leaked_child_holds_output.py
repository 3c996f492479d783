import os
import subprocess
import sys

print("parent ends", flush=True)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
os._exit(0)
