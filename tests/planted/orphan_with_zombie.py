# one process is left; its child has ended, and nobody asks for its exit code
import os
import time

if os.fork() == 0:
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    if os.fork() == 0:
        os._exit(0)
    time.sleep(600)
time.sleep(0.2)
os._exit(0)
