import os
import subprocess
import sys

child = "import time; time.sleep(600)"
subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.DEVNULL)
print("parent ends")
sys.stdout.flush()
os._exit(0)
