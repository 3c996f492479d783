# prints done
try:
    from os import _exit, fork, waitpid
except ImportError:
    fork = None

if fork is not None:
    pid = fork()
    if pid == 0:
        _exit(0)
    waitpid(pid, 0)
print("done")
