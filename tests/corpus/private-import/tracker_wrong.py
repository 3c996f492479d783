# prints SharedMemory
from multiprocessing.shared_memory import SharedMemory, _posixshmem

print(SharedMemory.__name__) if _posixshmem else None
