# is stopped while it makes segments that no resource tracker knows of
import os
import time
from multiprocessing import resource_tracker, shared_memory

print(os.getpid(), flush=True)
kept = []
while True:
    name = f"burst-{os.getpid()}-{len(kept)}"
    segment = shared_memory.SharedMemory(name, create=True, size=100)
    resource_tracker.unregister(segment._name, "shared_memory")
    kept.append(segment)
    time.sleep(0.001)
