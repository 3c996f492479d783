# a segment that the resource tracker never hears of; then stopped by the runner
import time
from multiprocessing import resource_tracker, shared_memory

segment = shared_memory.SharedMemory(create=True, size=1000)
resource_tracker.unregister(segment._name, "shared_memory")
print(segment.name, flush=True)
time.sleep(600)
