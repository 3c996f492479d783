# prints done
from os import _exit, fork, waitpid

pid = fork()
if pid == 0:
    _exit(0)
waitpid(pid, 0)
print("done")
