# what daemons do: fork, a session of its own, fork again, no ties to the terminal
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.chdir("/")
        for descriptor in (0, 1, 2):
            os.close(descriptor)
        time.sleep(600)
    os._exit(0)
os.wait()
os._exit(0)
