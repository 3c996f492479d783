# prints SharedMemory
from multiprocessing.shared_memory import SharedMemory

print(SharedMemory.__name__)
