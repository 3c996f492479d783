# what a script, and a program started by it, can see of the runner
import json
import os
import subprocess
import sys

LOOK = """
import json, os, sys
variables = [name for name in os.environ if name.startswith(("PYTHON", "SPAWNSAFE"))]
injected = [path for path in sys.path if "inject" in path]
print(json.dumps([variables, injected, os.listdir(".")]), flush=True)
"""

exec(LOOK)
subprocess.run([sys.executable, "-c", LOOK], check=True)
print(json.dumps(sys.stdin.read()))
