# prints done
import os

if hasattr(os, "fork"):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
print("done")
