import os

for _ in range(10):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    print(pid)
    os.waitpid(pid, 0)
