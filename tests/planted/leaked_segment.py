# closed within a moment: no process is ever seen that maps it
from multiprocessing import resource_tracker, shared_memory

segment = shared_memory.SharedMemory(create=True, size=1000)
resource_tracker.unregister(segment._name, "shared_memory")
segment.close()
print(segment.name)
