# no environment, and its parent is gone at once
import os
import subprocess
import sys

start = """
import os, subprocess, sys
code = "import time; time.sleep(600)"
subprocess.Popen([sys.executable, "-S", "-c", code], env={})
os._exit(0)
"""
subprocess.run(
    [sys.executable, "-S", "-c", start],
    env={},
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
os._exit(0)
