# the child ends a moment after its parent
import os
import time

if os.fork() == 0:
    time.sleep(0.3)
    print("late", flush=True)
os._exit(0)
