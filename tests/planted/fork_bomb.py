# every process forks without end; bounded at 1024 processes, so that a runner which
# does not stop it does not take the machine down
import os
import time

for _ in range(10):
    os.fork()
time.sleep(60)
