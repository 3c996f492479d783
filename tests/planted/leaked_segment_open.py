import time
from multiprocessing import resource_tracker, shared_memory

segment = shared_memory.SharedMemory(create=True, size=1000)
resource_tracker.unregister(segment._name, "shared_memory")
time.sleep(0.3)
print(segment.name)
